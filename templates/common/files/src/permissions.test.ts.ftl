import { [=plugin.camel]Permissions } from './permissions';

describe('[=plugin.camel]Permissions', () => {
  const names = [=plugin.camel]Permissions.map(({ name }) => name);

  it('are below the id of the plugin', () => {
    for (const name of names) {
      expect(name).toMatch(/^[=plugin.id]\./);
    }
  });

  it('are told apart by their names', () => {
    expect(new Set(names).size).toBe(names.length);
  });
});
