package dev.backstagegen;

import dev.backstagegen.host.Host;
import dev.backstagegen.host.Releases;
import dev.backstagegen.host.Versions;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.Optional;
import java.util.Set;

/**
 * The repository, as far as its plugins are made for it.
 *
 * @param host what it says of itself
 * @param versions the packages of the release that its plugins go to
 * @param inputs tells by a check sum whether a plugin would be made from the same again
 * @param crlf those of its files whose lines end with CR LF on the disk
 */
record Around(Host host, Versions versions, Inputs inputs, Set<RelPath> crlf) {

    Around {
        crlf = Set.copyOf(crlf);
    }

    /**
     * @param files the repository's own
     * @param release the one to go to; when it is empty, the one that the repository has
     */
    static Around of(FileTree files, Set<RelPath> crlf, Releases releases, Optional<String> release) {
        Host host = Host.of(files);
        Versions versions = Versions.of(host, releases, release);
        return new Around(host, versions, new Inputs(host, versions), crlf);
    }
}
