package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;

/** What of a plugin's description is free text, checked before it goes anywhere. */
final class Wishes {

    static final int MAX_DESCRIPTION = 300;
    static final int MAX_PACKAGE = 214;
    static final int MAX_LICENSE = 100;
    static final String PACKAGE = "(@[a-z0-9][a-z0-9._~-]*/)?[a-z0-9][a-z0-9._~-]*";
    static final String OWNER =
            "@[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9._-]+)?|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[.][A-Za-z]+";
    static final String LICENSE = "[A-Za-z0-9(][A-Za-z0-9.+() -]*";

    private Wishes() {}

    static String packageName(String name) {
        if (name.length() > MAX_PACKAGE || !name.matches(PACKAGE) || name.endsWith(".")) {
            throw ScaffoldException.usage(
                    "'" + Plain.shown(name) + "' is not the name of an npm package.",
                    "It is lower-case, like @acme/plugin-example-backend");
        }
        return name;
    }

    static String description(String text) {
        if (text.isBlank() || !text.equals(text.strip()) || text.codePoints().anyMatch(c -> !Plain.isHarmless(c))) {
            throw ScaffoldException.usage(
                    "The description '" + Plain.shown(text) + "' is not one line of text.",
                    "Leave out line breaks, control characters and white space around it");
        }
        if (text.codePointCount(0, text.length()) > MAX_DESCRIPTION) {
            throw ScaffoldException.usage(
                    "The description is longer than " + MAX_DESCRIPTION + " characters.",
                    "Say it in a sentence; there is room for more in the plugin's README");
        }
        return text;
    }

    static String owner(String owner) {
        if (!owner.matches(OWNER)) {
            throw ScaffoldException.usage(
                    "'" + Plain.shown(owner) + "' is not an owner as CODEOWNERS knows them.",
                    "It is @user, @organisation/team or an e-mail address");
        }
        return owner;
    }

    static String license(String license) {
        if (license.length() > MAX_LICENSE || !license.matches(LICENSE)) {
            throw ScaffoldException.usage(
                    "'" + Plain.shown(license) + "' is not a licence as package.json knows them.",
                    "It is an SPDX expression such as Apache-2.0, or UNLICENSED");
        }
        return license;
    }
}
