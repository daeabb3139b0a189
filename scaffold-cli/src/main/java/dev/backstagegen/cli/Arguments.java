package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.Guess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What stood on the command line: each option with a value where it takes one, and at most once unless it is one that
 * adds up. The only class that knows the library that reads it.
 *
 * @param words what is not an option
 * @param options the options that were given once, in that order; a switch has the empty value
 * @param repeated the options that may be given again and mean what comes after one another, in that order
 */
record Arguments(List<String> words, Map<String, String> options, List<Given> repeated) {

    /** An option and its value. */
    record Given(String name, String value) {}

    /** @throws ScaffoldException when it cannot be read */
    static Arguments parse(List<Flag> flags, List<String> args) {
        refuseOptionsAsValues(flags, args);
        List<Given> repeated = new ArrayList<>();
        CommandLine reader = reader(flags, repeated);
        try {
            return read(reader.parseArgs(args.toArray(new String[0])), repeated);
        } catch (CommandLine.UnmatchedArgumentException wrong) {
            throw unknown(flags, wrong.getUnmatched());
        } catch (CommandLine.OverwrittenOptionException wrong) {
            throw ScaffoldException.usage(name(wrong.getOverwritten()) + " is given twice.", "Give it once");
        } catch (CommandLine.MissingParameterException wrong) {
            throw needsValue(wrong.getMissing().get(0));
        } catch (CommandLine.ParameterException wrong) {
            throw ScaffoldException.usage(Plain.line(wrong.getMessage()) + ".", "");
        }
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean has(String name) {
        return options.containsKey(name)
                || repeated.stream().anyMatch(given -> given.name().equals(name));
    }

    /** The same, with one option more; an empty value makes it a switch. */
    Arguments with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(name, value);
        return new Arguments(words, more, repeated);
    }

    /** The same, with one word more. */
    Arguments and(String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return new Arguments(List.copyOf(more), options, repeated);
    }

    /** The same, said about a template. */
    Arguments about(String template) {
        return new Arguments(List.of(template), options, repeated);
    }

    private static CommandLine reader(List<Flag> flags, List<Given> repeated) {
        CommandSpec spec = CommandSpec.create();
        for (Flag flag : flags) {
            OptionSpec.Builder option = OptionSpec.builder(flag.names().toArray(new String[0]));
            if (flag.isRepeatable()) {
                option.parameterConsumer((values, named, command) -> {
                    if (values.isEmpty() || values.peek().isEmpty()) {
                        throw needsValue(named);
                    }
                    repeated.add(new Given(flag.name(), values.pop()));
                });
            }
            spec.addOption(
                    flag.takesValue()
                            ? option.arity("1")
                                    .type(String.class)
                                    .paramLabel(flag.label())
                                    .build()
                            : option.arity("0").type(boolean.class).build());
        }
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        return new CommandLine(spec)
                // An owner begins with an at sign and is not the name of a file.
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false);
    }

    private static Arguments read(ParseResult result, List<Given> repeated) {
        Map<String, String> options = new LinkedHashMap<>();
        for (OptionSpec option : result.matchedOptions()) {
            if (option.parameterConsumer() != null) {
                continue;
            }
            boolean takesValue = option.arity().max() > 0;
            String value = takesValue ? option.<String>getValue() : "";
            if (takesValue && value.isEmpty()) {
                throw needsValue(option);
            }
            options.put(option.longestName(), value);
        }
        List<String> words = result.matchedPositionals().isEmpty()
                ? List.of()
                : result.matchedPositional(0).getValue();
        return new Arguments(List.copyOf(words), options, List.copyOf(repeated));
    }

    /** A value that begins with a dash is nearly always a value that was forgotten. */
    private static void refuseOptionsAsValues(List<Flag> flags, List<String> args) {
        for (int i = 0; i + 1 < args.size(); i++) {
            for (Flag flag : flags) {
                if (flag.takesValue()
                        && flag.name().equals(args.get(i))
                        && args.get(i + 1).startsWith("-")) {
                    throw ScaffoldException.usage(
                            flag.name() + " needs a value.",
                            "A value that begins with a dash is written " + flag.name() + "=" + flag.label());
                }
            }
        }
    }

    private static ScaffoldException needsValue(ArgSpec option) {
        String label = option.paramLabel();
        return ScaffoldException.usage(name(option) + " needs a value.", "Write " + name(option) + " " + label);
    }

    private static ScaffoldException unknown(List<Flag> flags, List<String> unmatched) {
        List<String> known = new ArrayList<>();
        flags.forEach(flag -> known.addAll(flag.names()));
        List<String> unknown = new ArrayList<>();
        List<String> guesses = new ArrayList<>();
        for (String word : unmatched) {
            if (word.startsWith("-")) {
                int value = word.indexOf('=');
                String option = value < 0 ? word : word.substring(0, value);
                String guess = Guess.of(option, known);
                unknown.add("'" + Plain.line(option) + "'");
                if (!guess.isEmpty() && !guesses.contains(guess)) {
                    guesses.add(guess);
                }
            }
        }
        String message = (unknown.size() > 1 ? "Unknown options " : "Unknown option ") + String.join(", ", unknown);
        return ScaffoldException.usage(
                message + ".", guesses.isEmpty() ? "" : "Did you mean " + String.join(", ", guesses) + "?");
    }

    private static String name(ArgSpec option) {
        return option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
    }
}
