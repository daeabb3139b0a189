package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks for what is missing, line by line, so that it works in each terminal. An answer is checked at once and asked
 * for again with the reason.
 *
 * @param wishes what an answer is checked with
 * @param world where the answers come from
 */
record Questions(Wishes wishes, World world) {

    /** The arguments with the answers among them. */
    Arguments ask(Arguments arguments) {
        boolean onlyId = wantsSomething(arguments);
        Arguments answered = id(arguments);
        if (!onlyId) {
            answered = features(description(answered));
        }
        say("");
        say("The same without questions:");
        say("  " + world.inkErr().bold(ShellText.of(answered)));
        say("");
        return answered;
    }

    /** Whether it was said what to make; then only what is missing is asked for. */
    private boolean wantsSomething(Arguments arguments) {
        return Flag.all(wishes.features()).stream()
                .filter(flag -> flag.group() == Flag.Group.WHAT || flag.group() == Flag.Group.NAMES)
                .anyMatch(flag -> arguments.has(flag.name()));
    }

    private Arguments id(Arguments arguments) {
        while (true) {
            Arguments answered = arguments.with(Flag.ID, prompt("Plugin id, such as incident-log: "));
            if (holds(answered)) {
                return answered;
            }
        }
    }

    private Arguments description(Arguments arguments) {
        while (true) {
            String answer = prompt("What it does, in one line (Enter to leave it out): ");
            Arguments answered = answer.isEmpty() ? arguments : arguments.with(Flag.DESCRIPTION, answer);
            if (holds(answered)) {
                return answered;
            }
        }
    }

    private Arguments features(Arguments arguments) {
        List<Feature> offered = wishes.features().optional();
        Set<String> ticked = new TreeSet<>();
        list(offered);
        while (true) {
            String answer = prompt("Numbers or names to switch on or off, Enter to accept: ");
            if (!answer.isEmpty()) {
                toggle(answer, offered, ticked);
                chosen(offered, ticked);
                continue;
            }
            Arguments answered = arguments;
            for (Feature feature : offered) {
                answered = ticked.contains(feature.name()) ? answered.with(feature.flag(), "") : answered;
            }
            if (holds(answered)) {
                return answered;
            }
        }
    }

    /** Once, as it is long; what is chosen is said after each answer. */
    private void list(List<Feature> offered) {
        Page list = new Page(world.inkErr());
        for (int i = 0; i < offered.size(); i++) {
            Feature feature = offered.get(i);
            list.numbered(i + 1, feature.name(), feature.summary());
        }
        say("Features:");
        world.err().print(list);
    }

    private void chosen(List<Feature> offered, Set<String> ticked) {
        List<String> names =
                offered.stream().map(Feature::name).filter(ticked::contains).toList();
        Page page = new Page(world.inkErr());
        page.paragraph("Chosen: " + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
        brought(ticked).forEach((name, reason) -> page.paragraph("With it comes " + name + ": " + reason + "."));
        world.err().print(page);
    }

    private Map<String, String> brought(Set<String> ticked) {
        try {
            return FeatureSet.of(wishes.features(), ticked).pulledIn();
        } catch (ScaffoldException conflict) {
            // It is told when the list is accepted; until then the other one may still be switched off.
            return Map.of();
        }
    }

    private void toggle(String answer, List<Feature> offered, Set<String> ticked) {
        for (String word : answer.replace(',', ' ').split(" ")) {
            int number = number(word, offered);
            if (number > 0) {
                String name = offered.get(number - 1).name();
                if (!ticked.remove(name)) {
                    ticked.add(name);
                }
            } else if (!word.isEmpty()) {
                say("  '" + Plain.line(word) + "' is neither a name nor a number from 1 to " + offered.size() + ".");
            }
        }
    }

    /** The place of a feature in the list, said as its number or its name; 0 when it is neither. */
    private static int number(String word, List<Feature> offered) {
        for (int i = 0; i < offered.size(); i++) {
            if (word.equals(String.valueOf(i + 1)) || word.equals(offered.get(i).name())) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean holds(Arguments arguments) {
        try {
            wishes.check(arguments);
            return true;
        } catch (ScaffoldException wrong) {
            String hint = wrong.hint().replace(Flag.ID + " ", "");
            say("  " + world.inkErr().yellow(Plain.line(wrong.getMessage()))
                    + (hint.isEmpty() ? "" : " " + hint + "."));
            return false;
        }
    }

    private String prompt(String question) {
        world.err().print(question);
        world.err().flush();
        try {
            String answer = world.in().readLine();
            if (answer == null) {
                say("");
                throw ScaffoldException.usage(
                        "The answers ended before the questions did; nothing was written.",
                        "Give what is missing on the command line");
            }
            return answer.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(String line) {
        world.err().println(line);
    }
}
