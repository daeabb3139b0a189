package dev.backstagegen.render;

import dev.backstagegen.spec.Field;
import dev.backstagegen.spec.FieldType;
import dev.backstagegen.spec.Name;
import dev.backstagegen.spec.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what differs between the tables of two descriptions although it is there in both, or only in the first. */
record Leftovers(List<Resource> before, List<Resource> now) {

    static List<Leftover> between(Before before, List<Resource> now) {
        return new Leftovers(Model.kept(before.spec(), before.features()), now).all();
    }

    private List<Leftover> all() {
        List<Leftover> all = new ArrayList<>();
        for (Resource old : before) {
            String table = table(old);
            Optional<Resource> same =
                    now.stream().filter(each -> table(each).equals(table)).findFirst();
            if (same.isPresent()) {
                all.addAll(columns(old, same.get()));
            } else {
                all.add(new Leftover.Kept(table));
            }
        }
        return all;
    }

    private List<Leftover> columns(Resource old, Resource same) {
        List<Leftover> columns = new ArrayList<>();
        for (Field was : old.fields()) {
            for (Field is : same.fields()) {
                if (is.column().equals(was.column()) && !takes(is, was)) {
                    columns.add(
                            new Leftover.Column(table(old), was.column(), withoutFallback(was), withoutFallback(is)));
                }
            }
        }
        return columns;
    }

    /** Whether a column that was made for one field can hold all that the other may, and all that is in it stays valid. */
    private boolean takes(Field is, Field was) {
        FieldType now = is.type();
        FieldType then = was.type();
        if (is.optional() != was.optional() || now.kind() != then.kind() || now.many() != then.many()) {
            return false;
        }
        return switch (now.kind()) {
            case ENUM -> now.values().containsAll(then.values());
            case TEXT -> now.length() >= then.length();
            case STRING -> now.length() == then.length() || now.many() && now.length() > then.length();
            case REFERENCE ->
                now.onDelete() == then.onDelete()
                        && table(this.now, now.target().orElseThrow())
                                .equals(table(before, then.target().orElseThrow()));
            default -> true;
        };
    }

    private static String withoutFallback(Field field) {
        return new Field(field.name(), field.type(), field.optional(), Optional.empty()).typeText();
    }

    private static String table(List<Resource> resources, Name name) {
        return resources.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(Leftovers::table)
                .orElseThrow();
    }

    private static String table(Resource resource) {
        return resource.plural().snake();
    }
}
