package dev.backstagegen.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.merge.Merged.Agreed;
import dev.backstagegen.merge.Merged.Conflict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineMergeTest {

    @TempDir
    Path folder;

    private record Case(String base, String yours, String fresh) {}

    @Test
    void changesApartFromEachOtherAreBothTaken() {
        assertThat(LineMerge.of("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n"))
                .isEqualTo(Merged.agreed("A\nb\nc\nD\n"));
    }

    @Test
    void oneSideAloneIsTakenAsItIs() {
        assertThat(LineMerge.of("a\n", "b", "a\n")).isEqualTo(Merged.agreed("b"));
        assertThat(LineMerge.of("a\n", "a\n", "")).isEqualTo(Merged.agreed(""));
        assertThat(LineMerge.of("", "x\n", "x\n")).isEqualTo(Merged.agreed("x\n"));
    }

    @Test
    void aConflictHasWholeLinesAndNothingThatBothSidesHave() {
        Merged merged = LineMerge.of("a\nb\nc\n", "a\nx\ny\nc\n", "a\nx\nz\nc\n");
        assertThat(merged.pieces())
                .containsExactly(new Agreed("a\nx\n"), new Conflict("b\n", "y\n", "z\n"), new Agreed("c\n"));
    }

    @Test
    void changesThatTouchAreAConflict() {
        assertThat(LineMerge.of("a\nb\n", "A\nb\n", "a\nB\n").conflicts())
                .containsExactly(new Conflict("a\nb\n", "A\nb\n", "a\nB\n"));
    }

    @Test
    void theLastLineMayBeWithoutAnEnd() {
        assertThat(LineMerge.of("a\nb\nc", "A\nb\nc", "a\nb\nC")).isEqualTo(Merged.agreed("A\nb\nC"));
        assertThat(LineMerge.of("a\n", "a", "a\nb\n").isClean()).isFalse();
    }

    /** Where git sees no conflict there is none, and the text is the same; in either case each side can be read off. */
    @Test
    void itAgreesWithGit() throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        System.out.println("LineMergeTest seed " + seed);
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            cases.add(randomCase(random));
        }
        List<String> merged = git(cases);
        int clean = 0;
        for (int i = 0; i < cases.size(); i++) {
            Case each = cases.get(i);
            Merged ours = LineMerge.of(each.base, each.yours, each.fresh);
            if (!merged.get(i).startsWith("!")) {
                clean++;
                assertThat(ours).as("seed %d, case %d: %s", seed, i, each).isEqualTo(Merged.agreed(merged.get(i)));
            }
            for (Conflict conflict : ours.conflicts()) {
                assertThat(each.base).contains(conflict.base());
                assertThat(each.yours).contains(conflict.yours());
                assertThat(each.fresh).contains(conflict.fresh());
            }
        }
        assertThat(clean).as("cases that are clean").isGreaterThan(cases.size() / 5);
    }

    /** What git makes of each, with an exclamation mark in front of what it sees a conflict in. */
    private List<String> git(List<Case> cases) throws IOException, InterruptedException {
        for (int i = 0; i < cases.size(); i++) {
            Files.writeString(folder.resolve(i + ".base"), cases.get(i).base);
            Files.writeString(folder.resolve(i + ".yours"), cases.get(i).yours);
            Files.writeString(folder.resolve(i + ".fresh"), cases.get(i).fresh);
        }
        String script = "for b in *.base; do n=${b%.base};"
                + " git merge-file -q -p $n.yours $b $n.fresh >$n.merged || touch $n.conflict; done";
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        List<String> merged = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String text = Files.readString(folder.resolve(i + ".merged"));
            merged.add(Files.exists(folder.resolve(i + ".conflict")) ? "!" + text : text);
        }
        return merged;
    }

    private static Case randomCase(Random random) {
        // From a text where each line is another to one where all are alike.
        int kinds = 1 + random.nextInt(random.nextBoolean() ? 4 : 40);
        int length = random.nextInt(random.nextInt(10) == 0 ? 150 : 30);
        Supplier<String> line = () -> {
            int kind = random.nextInt(kinds);
            return kind % 5 == 1 ? "" : kind % 5 == 2 ? "});" : "line " + kind;
        };
        List<String> base = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            base.add(line.get());
        }
        boolean ended = random.nextInt(4) > 0;
        return new Case(
                text(base, ended),
                text(edited(base, random, line), ended == random.nextInt(8) > 0),
                text(edited(base, random, line), ended == random.nextInt(8) > 0));
    }

    private static String text(List<String> lines, boolean ended) {
        return String.join("\n", lines) + (ended && !lines.isEmpty() ? "\n" : "");
    }

    private static List<String> edited(List<String> base, Random random, Supplier<String> line) {
        List<String> lines = new ArrayList<>(base);
        for (int edits = random.nextInt(random.nextInt(6) == 0 ? 12 : 3); edits > 0; edits--) {
            int at = random.nextInt(lines.size() + 1);
            int end = Math.min(lines.size(), at + random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> lines.subList(at, end).clear();
                case 1 -> lines.addAll(at, List.copyOf(lines.subList(at, end)));
                case 2 -> {
                    List<String> moved = List.copyOf(lines.subList(at, end));
                    lines.subList(at, end).clear();
                    lines.addAll(random.nextInt(lines.size() + 1), moved);
                }
                default -> {
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        lines.add(at, line.get());
                    }
                }
            }
        }
        return lines;
    }
}
