// Reads which packages a yarn.lock installs.

/** The versions of each package, sorted; workspaces have none. */
export function packagesIn(lockfile) {
  const packages = new Map();
  for (const [, name, version] of lockfile.matchAll(
    /^ {2}resolution: "(@?[^@"]+)@npm:([^"]+)"$/gm,
  )) {
    packages.set(name, [...(packages.get(name) ?? []), version].sort());
  }
  return packages;
}
