package dev.backstagegen.moved;

import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of code with their trees; each is read once, and not at all when a look at its words is enough. */
final class Parsed {

    private static final Pattern WORD = Pattern.compile("[\\w$]+");

    private final Map<String, TsFile> files = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    TsFile file(String text) {
        return files.computeIfAbsent(text, TsFile::shared);
    }

    private Set<String> names(String text) {
        return names.computeIfAbsent(
                text,
                each -> Code.leaves(file(each)).stream()
                        .filter(Code::isName)
                        .map(TsNode::text)
                        .collect(Collectors.toSet()));
    }

    /** Whether one of the texts has a name, be it declared or used. */
    boolean isNamed(Collection<String> texts, String name) {
        return texts.stream()
                .filter(text -> text.contains(name))
                .anyMatch(text -> names(text).contains(name));
    }

    /** Whether a type in one of the texts has a member of that name. */
    boolean isMember(Collection<String> texts, String name) {
        return texts.stream()
                .filter(text -> text.contains(name))
                .anyMatch(text -> Code.leaves(file(text)).stream()
                        .anyMatch(leaf ->
                                Code.isDeclaredProperty(leaf) && leaf.text().equals(name)));
    }

    /** Whether a text gives a name, be it to a member of a type. */
    boolean isDeclared(String text, String name) {
        return text.contains(name) && (declarations(file(text), name) > 0 || isMember(List.of(text), name));
    }

    /** Whether there is a word that one text has less often than the other. */
    static boolean lacksWords(String text, String other) {
        Map<String, Integer> counts = new HashMap<>();
        WORD.matcher(text).results().forEach(word -> counts.merge(word.group(), 1, Integer::sum));
        Set<String> lacking = new HashSet<>();
        WORD.matcher(other).results().forEach(word -> {
            if (counts.merge(word.group(), -1, Integer::sum) < 0) {
                lacking.add(word.group());
            }
        });
        return !lacking.isEmpty();
    }

    static long declarations(TsFile file, String name) {
        return file.root()
                .descendants()
                .filter((TsNode leaf) -> leaf.children().isEmpty())
                .filter(leaf -> leaf.text().equals(name) && isBinding(leaf))
                .count();
    }

    private static boolean isBinding(TsNode leaf) {
        return Code.isVariable(leaf) && Code.isDeclared(leaf)
                || leaf.is("shorthand_property_identifier_pattern")
                || leaf.field().equals("value")
                        && leaf.parent()
                                .filter(parent -> parent.is("pair_pattern"))
                                .isPresent()
                || leaf.field().equals("parameter");
    }
}
