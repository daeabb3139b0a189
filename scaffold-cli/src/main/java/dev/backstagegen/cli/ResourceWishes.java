package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.Field;
import dev.backstagegen.spec.Name;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The resources of the command line: {@code --resource} begins one, and what follows belongs to it. */
final class ResourceWishes {

    private ResourceWishes() {}

    /** @throws ScaffoldException when one of them cannot be */
    static List<Resource> of(List<Arguments.Given> given) {
        List<List<Arguments.Given>> groups = new ArrayList<>();
        for (Arguments.Given option : given) {
            boolean begins = option.name().equals(Flag.RESOURCE);
            if (groups.isEmpty()
                    && !begins
                    && given.stream().anyMatch(each -> each.name().equals(Flag.RESOURCE))) {
                throw ScaffoldException.usage(
                        option.name() + " stands before the " + Flag.RESOURCE + " that it would belong to.",
                        "Write " + Flag.RESOURCE + " first");
            }
            if (groups.isEmpty() || begins) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(option);
        }
        return groups.stream().map(ResourceWishes::resource).toList();
    }

    /** Options without a resource shape the one that there is when nothing is said. */
    private static Resource resource(List<Arguments.Given> options) {
        String name = last(options, Flag.RESOURCE, Resource.DEFAULT.name().kebab());
        Resource resource = Resource.of(name, last(options, Flag.PLURAL, ""));
        List<Field> fields =
                values(options, Flag.FIELD).stream().map(Field::parse).toList();
        resource = fields.isEmpty() ? resource : resource.withFields(fields);
        for (String names : values(options, Flag.UNIQUE)) {
            resource = resource.withUnique(names(names));
        }
        for (String names : values(options, Flag.INDEX)) {
            resource = resource.withIndex(names(names));
        }
        List<String> verbs = values(options, Flag.VERBS);
        return verbs.isEmpty() ? resource : resource.withVerbs(verbs(String.join(",", verbs)));
    }

    private static List<String> values(List<Arguments.Given> options, String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .map(Arguments.Given::value)
                .toList();
    }

    private static String last(List<Arguments.Given> options, String name, String otherwise) {
        List<String> values = values(options, name);
        if (values.size() > 1) {
            throw ScaffoldException.usage(name + " is given twice for one resource.", "Give it once");
        }
        return values.isEmpty() ? otherwise : values.get(0);
    }

    private static List<Name> names(String list) {
        return parts(list).stream().map(Field::name).toList();
    }

    private static Set<Verb> verbs(String list) {
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        parts(list).forEach(word -> verbs.add(Verb.of(word)));
        return verbs;
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }
}
