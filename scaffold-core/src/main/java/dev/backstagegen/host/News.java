package dev.backstagegen.host;

import java.util.List;

/** What becomes of the lines that a repository is to gain: they are for a repository with the plugin in a backend. */
enum News {
    /** A backend has the plugin. */
    EDIT,

    /** Nobody can tell; the lines are said. */
    SAY,

    /** Surely no backend has it. */
    OMIT;

    static News of(Host host, Wish before, Wish after) {
        List<String> names = List.of(before.packageName(), after.packageName());
        if (names.stream().anyMatch(name -> Installation.has(host, name))) {
            return EDIT;
        }
        boolean isLeftOut = names.stream()
                .allMatch(name -> Installation.of(host, name)
                        .filter(Installation::isLeftOut)
                        .isPresent());
        return isLeftOut ? OMIT : SAY;
    }
}
