package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parts of pages that are written by tests: {@code -Dupdate} writes them anew. */
final class Pages {

    private Pages() {}

    static void keep(Path page, String part, String text) throws IOException {
        String begin = "<!-- begin " + part + " -->\n";
        String end = "<!-- end " + part + " -->";
        String readme = Files.readString(page);
        String before = readme.substring(0, readme.indexOf(begin) + begin.length());
        String after = readme.substring(readme.indexOf(end));
        if (System.getProperty("update") != null) {
            Files.writeString(page, before + "\n" + text + "\n" + after);
            return;
        }
        assertThat(readme.substring(before.length(), readme.length() - after.length())
                        .strip())
                .as("%s in %s; run the test with -Dupdate and look at the difference", part, page)
                .isEqualTo(text.strip());
    }
}
