package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the plugin puts addresses together: through templates, sums, {@code new URL} and variables. */
public final class Addresses {

    private static final int DEEPEST = 12;
    private static final Set<String> SAME = Set.of("toString", "trim", "replace", "replaceAll");

    private final Plugin plugin;
    private final List<Start> found = new ArrayList<>();

    private Addresses(Plugin plugin) {
        this.plugin = plugin;
    }

    /**
     * What an address begins with.
     *
     * @param place a text, or an expression that cannot be followed further, such as a call of a service
     * @param text what is known to be written from there on, a star for each value in it
     */
    public record Start(Place place, String text) {

        /** Whether the address is written down from its first letter. */
        public boolean isWritten() {
            return place.node().is("string", "template_string");
        }
    }

    /** All the ways in which an address may begin. */
    public static List<Start> starts(Plugin plugin, Place address) {
        Addresses addresses = new Addresses(plugin);
        addresses.follow(address, "", 0);
        return List.copyOf(addresses.found);
    }

    private void follow(Place address, String after, int depth) {
        Place place = address.at(Syntax.awaited(address.node()));
        TsNode node = place.node();
        Optional<TsNode> left = node.child("left").filter(each -> Syntax.hasToken(node, "+"));
        Optional<TsNode> unchanged = unchanged(node);
        if (depth > DEEPEST) {
            found.add(new Start(place, after));
        } else if (node.is("string")) {
            found.add(new Start(place, written(node) + after));
        } else if (node.is("template_string")) {
            template(place, after, depth);
        } else if (node.is("binary_expression") && left.isPresent()) {
            String right = node.child("right").map(Addresses::written).orElse("*");
            follow(place.at(left.get()), right + after, depth + 1);
        } else if (isUrl(place)) {
            String path = Syntax.argument(node, 1).isPresent()
                    ? Syntax.argument(node, 0).map(Addresses::written).orElse("*")
                    : "";
            Syntax.argument(node, path.isEmpty() ? 0 : 1)
                    .ifPresent(base -> follow(place.at(base), path + after, depth + 1));
        } else if (unchanged.isPresent()) {
            follow(place.at(unchanged.get()), after, depth + 1);
        } else {
            origins(place, after, depth);
        }
    }

    private void origins(Place place, String after, int depth) {
        for (Origins.Origin origin : plugin.origins().of(place)) {
            if (!origin.path().isEmpty()) {
                found.add(new Start(place, after));
            } else if (origin.place().node() == place.node()) {
                found.add(new Start(origin.place(), after));
            } else {
                follow(origin.place(), after, depth + 1);
            }
        }
    }

    private void template(Place place, String after, int depth) {
        String text = written(place.node());
        Optional<TsNode> first = place.node().children().stream()
                .skip(1)
                .findFirst()
                .filter(each -> each.is("template_substitution"))
                .flatMap(each -> each.namedChildren().stream().findFirst());
        if (first.isPresent()) {
            follow(place.at(first.get()), text.substring(1) + after, depth + 1);
        } else {
            found.add(new Start(place, text + after));
        }
    }

    /** The object that {@code url.toString()}, {@code url.href} and the like are made of. */
    private static Optional<TsNode> unchanged(TsNode node) {
        if (node.is("call_expression")) {
            return Syntax.receiver(node)
                    .filter(each -> Syntax.method(node).filter(SAME::contains).isPresent());
        }
        boolean href = node.is("member_expression")
                && node.child("property")
                        .filter(each -> each.text().equals("href"))
                        .isPresent();
        return href ? node.child("object") : Optional.empty();
    }

    private static boolean isUrl(Place place) {
        return place.node().is("new_expression")
                && Syntax.called(place.node())
                        .filter(name -> name.text().equals("URL")
                                && place.source().binding(name).isEmpty())
                        .isPresent();
    }

    /** The text of a string or template, a star for what is put into it. */
    private static String written(TsNode expression) {
        TsNode node = Syntax.bare(expression);
        if (!node.is("string", "template_string")) {
            return "*";
        }
        StringBuilder text = new StringBuilder();
        for (TsNode child : node.children()) {
            if (child.is("template_substitution")) {
                text.append('*');
            } else if (child.isNamed() && !child.is("comment")) {
                text.append(child.text());
            }
        }
        return text.toString();
    }
}
