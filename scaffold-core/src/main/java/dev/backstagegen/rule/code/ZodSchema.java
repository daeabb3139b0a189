package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes apart what is written with zod, through variables and functions of the plugin; what it cannot follow is empty. */
public final class ZodSchema {

    private static final int DEEPEST = 12;
    private static final String OBJECTS = "object|strictObject|looseObject";
    private static final List<String> DESCRIBING = List.of("describe", "meta", "openapi", "register");
    private static final List<String> SAYING_ENOUGH = List.of("literal", "undefined", "null", "void", "never");

    private static final Set<String> MAKERS = Set.of(
            "any",
            "array",
            "bigint",
            "boolean",
            "custom",
            "date",
            "discriminatedUnion",
            "email",
            "enum",
            "instanceof",
            "int",
            "intersection",
            "lazy",
            "literal",
            "looseObject",
            "map",
            "nan",
            "nativeEnum",
            "never",
            "null",
            "nullable",
            "number",
            "object",
            "optional",
            "preprocess",
            "record",
            "set",
            "strictObject",
            "string",
            "tuple",
            "undefined",
            "union",
            "unknown",
            "url",
            "uuid",
            "void");

    private final Plugin plugin;

    public ZodSchema(Plugin plugin) {
        this.plugin = plugin;
    }

    /** A member of an object: its name where it stands, and its schema. */
    public record Field(String name, Place key, Place value) {}

    /** What a schema is at its core, such as {@code object} or {@code string}. */
    public Optional<String> kind(Place expression) {
        return maker(expression, 0).flatMap(call -> Syntax.method(call.node()));
    }

    /** The members of an object that are written out, those of its parts included; not those further down. */
    public List<Field> fields(Place expression) {
        List<Field> fields = new ArrayList<>();
        fields(expression, 0, fields);
        return fields;
    }

    /**
     * The fields of an object that do not say what they are, by their path; an object in it speaks through its own
     * fields. What cannot be followed counts as if it did.
     */
    public List<Field> mute(Place expression) {
        List<Field> mute = new ArrayList<>();
        mute(expression, "", 0, mute);
        return mute;
    }

    private void mute(Place expression, String prefix, int depth, List<Field> into) {
        for (Field field : fields(expression)) {
            String path = prefix + field.name();
            List<Place> objects = objects(field.value(), depth)
                    .filter(each -> !fields(each).isEmpty())
                    .toList();
            if (!objects.isEmpty()) {
                objects.forEach(each -> mute(each, path + ".", depth + 1, into));
            } else if (!isDescribed(field.value(), depth)) {
                into.add(new Field(path, field.key(), field.value()));
            }
        }
    }

    /** The objects that a schema is, or is made of: the items of an array and so on. */
    private Stream<Place> objects(Place expression, int depth) {
        Optional<Place> maker = maker(expression, 0);
        if (depth > DEEPEST || maker.isEmpty()) {
            return Stream.empty();
        }
        String method = Syntax.method(maker.get().node()).orElse("");
        return method.matches(OBJECTS)
                ? Stream.of(expression)
                : parts(maker.get(), method).flatMap(each -> objects(each, depth + 1));
    }

    /** The call that a schema begins with, such as {@code z.string()}. */
    private Optional<Place> maker(Place expression, int depth) {
        List<Place> origins = plugin.origins().whole(expression);
        if (depth > DEEPEST || origins.size() != 1) {
            return Optional.empty();
        }
        Place call = origins.get(0);
        Optional<Place> receiver = receiver(call);
        if (receiver.isEmpty()) {
            return Optional.empty();
        }
        return isMaker(call, receiver.get()) ? Optional.of(call) : maker(receiver.get(), depth + 1);
    }

    private void fields(Place expression, int depth, List<Field> into) {
        List<Place> origins = plugin.origins().whole(expression);
        if (depth > DEEPEST || origins.size() != 1) {
            return;
        }
        Place call = origins.get(0);
        Optional<Place> receiver = receiver(call);
        if (receiver.isEmpty()) {
            return;
        }
        String method = Syntax.method(call.node()).orElse("");
        Optional<Place> argument = Syntax.argument(call.node(), 0).map(call::at);
        if (isMaker(call, receiver.get())) {
            if (method.matches(OBJECTS)) {
                argument.ifPresent(each -> members(each, depth, into));
            }
            return;
        }
        // Which of the fields stay cannot be told in passing.
        if (method.matches("pick|omit")) {
            return;
        }
        fields(receiver.get(), depth + 1, into);
        if (method.matches("extend|safeExtend|augment")) {
            argument.ifPresent(each -> members(each, depth, into));
        } else if (method.equals("merge")) {
            argument.ifPresent(each -> fields(each, depth + 1, into));
        }
    }

    private void members(Place shape, int depth, List<Field> into) {
        List<Place> objects = plugin.origins().whole(shape);
        if (depth > DEEPEST || objects.size() != 1 || !objects.get(0).node().is("object")) {
            return;
        }
        Place object = objects.get(0);
        for (TsNode member : object.node().namedChildren()) {
            if (member.is("spread_element")) {
                member.namedChildren().forEach(each -> members(object.at(each), depth + 1, into));
            } else {
                Optional<TsNode> value = member.is("pair") ? member.child("value") : Optional.of(member);
                Optional<String> name = Syntax.key(member);
                if (name.isPresent() && value.isPresent() && member.is("pair", "shorthand_property_identifier")) {
                    into.add(new Field(
                            name.get(), object.at(member.child("key").orElse(member)), object.at(value.get())));
                }
            }
        }
    }

    private boolean isDescribed(Place expression, int depth) {
        List<Place> origins = plugin.origins().whole(expression);
        return depth > DEEPEST || origins.isEmpty() || origins.stream().allMatch(each -> says(each, depth));
    }

    private boolean says(Place call, int depth) {
        Optional<Place> receiver = receiver(call);
        if (receiver.isEmpty()) {
            return true;
        }
        String method = Syntax.method(call.node()).orElse("");
        if (DESCRIBING.contains(method)) {
            return true;
        }
        if (!isMaker(call, receiver.get())) {
            return isDescribed(receiver.get(), depth + 1);
        }
        if (method.matches(OBJECTS)) {
            List<Field> fields = fields(call);
            return !fields.isEmpty() && fields.stream().allMatch(each -> isDescribed(each.value(), depth + 1));
        }
        return SAYING_ENOUGH.contains(method) || parts(call, method).anyMatch(each -> isDescribed(each, depth + 1));
    }

    /** The schemas that one is made of, such as the items of an array. */
    private static Stream<Place> parts(Place call, String method) {
        boolean made = method.matches("array|optional|nullable|nullish|record|map|set|tuple|union|intersection|lazy"
                + "|promise|preprocess|discriminatedUnion|partialRecord|pipe|instanceof|custom");
        return made
                ? Syntax.arguments(call.node()).stream()
                        .map(Syntax::bare)
                        .flatMap(each -> each.is("array")
                                ? each.namedChildren().stream()
                                : Syntax.isFunction(each) ? Syntax.returned(each) : Stream.of(each))
                        .filter(each -> !each.is("string"))
                        .map(call::at)
                : Stream.empty();
    }

    private static Optional<Place> receiver(Place call) {
        return call.node().is("call_expression") ? Syntax.receiver(call.node()).map(call::at) : Optional.empty();
    }

    /** Whether a call makes a schema out of nothing: a method of zod, imported or handed to a function as a parameter. */
    private boolean isMaker(Place call, Place receiver) {
        TsNode root = receiver.node().is("member_expression")
                ? receiver.node().child("object").map(Syntax::bare).orElse(receiver.node())
                : receiver.node();
        if (!root.is("identifier")) {
            return false;
        }
        Optional<Binding> binding = receiver.source().binding(root);
        boolean handed = binding.filter(each -> each.is(Binding.Kind.PARAMETER)).isPresent()
                && Syntax.method(call.node()).filter(MAKERS::contains).isPresent();
        return handed
                || plugin.modules().meaning(receiver.source(), root).orElse(null) instanceof Meaning.Outside outside
                        && outside.module().matches("zod(/.*)?");
    }
}
