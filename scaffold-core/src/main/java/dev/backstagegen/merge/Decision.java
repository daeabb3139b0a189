package dev.backstagegen.merge;

import dev.backstagegen.merge.Value.Items;
import dev.backstagegen.merge.Value.Keys;
import dev.backstagegen.merge.Value.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What three values become, key by key. What only one side has changed is taken from it; what both have changed
 * differently and cannot be taken apart any further is taken from the side that is preferred. Keys and items keep the
 * order they have in yours.
 */
final class Decision {

    /** Whom to follow where nothing else decides. */
    enum Side {
        BASE,
        YOURS,
        FRESH
    }

    private final Side side;
    private final Value base;
    private final Value yours;

    private Decision(Side side, Value base, Value yours) {
        this.side = side;
        this.base = base;
        this.yours = yours;
    }

    static Value of(Value base, Value yours, Value fresh, Side side) {
        return new Decision(side, base, yours)
                .value(List.of(), Optional.of(base), yours, fresh)
                .orElse(base);
    }

    /** Empty for what the base does not have, if that is preferred. */
    private Optional<Value> value(List<String> path, Optional<Value> base, Value yours, Value fresh) {
        if (yours.isSame(fresh) || base.filter(fresh::isSame).isPresent()) {
            return Optional.of(yours);
        }
        if (yours instanceof Keys your && fresh instanceof Keys its) {
            return Optional.of(keys(path, keys(base), your, its));
        }
        boolean replaces = base.filter(yours::isSame).isPresent()
                && isOnly(yours.written().inside(), base.orElseThrow().written().inside());
        if (yours instanceof Items your && fresh instanceof Items its) {
            // Another order is a change as well, of a list that is otherwise untouched.
            Optional<Value> list =
                    items(path, items(base), your, its).filter(merged -> !replaces || merged.isSame(fresh));
            if (list.isPresent()) {
                return list;
            }
        }
        if (replaces) {
            return Optional.of(fresh);
        }
        boolean isRange = path.size() == 2 && Ranges.areAt(path.subList(0, 1));
        return isRange ? Optional.of(Ranges.of(yours, fresh)) : preferred(base, Optional.of(yours), Optional.of(fresh));
    }

    private Optional<Value> preferred(Optional<Value> base, Optional<Value> yours, Optional<Value> fresh) {
        return switch (side) {
            case BASE -> base;
            case YOURS -> yours;
            case FRESH -> fresh;
        };
    }

    private Keys keys(List<String> path, Keys base, Keys yours, Keys fresh) {
        Map<String, Value> merged = members(path, base.entries(), yours.entries(), fresh.entries());
        return new Keys(merged, yours.written());
    }

    /** Empty when the lists cannot be taken for sets. */
    private Optional<Value> items(List<String> path, Items base, Items yours, Items fresh) {
        boolean named = Members.areNamed(base, yours, fresh);
        Optional<Map<Object, Value>> was = Members.of(base, named);
        Optional<Map<Object, Value>> your = Members.of(yours, named);
        Optional<Map<Object, Value>> its = Members.of(fresh, named);
        if (was.isEmpty()
                || your.isEmpty()
                || its.isEmpty()
                || !named && areBothRewritten(was.get(), your.get(), its.get())) {
            return Optional.empty();
        }
        List<Value> merged = new ArrayList<>(
                members(child(path, "[]"), was.get(), your.get(), its.get()).values());
        return Optional.of(new Items(merged, yours.written()));
    }

    /** Whether both sides have put something of their own in the place of one and the same thing. */
    private static boolean areBothRewritten(
            Map<Object, Value> base, Map<Object, Value> yours, Map<Object, Value> fresh) {
        boolean gone = base.entrySet().stream()
                .anyMatch(each -> !(each.getValue() instanceof Leaf)
                        && !yours.containsKey(each.getKey())
                        && !fresh.containsKey(each.getKey()));
        return gone && addsMore(base, yours) && addsMore(base, fresh);
    }

    private static boolean addsMore(Map<Object, Value> base, Map<Object, Value> to) {
        return to.entrySet().stream()
                .anyMatch(each -> !(each.getValue() instanceof Leaf) && !base.containsKey(each.getKey()));
    }

    private <K> Map<K, Value> members(List<String> path, Map<K, Value> base, Map<K, Value> yours, Map<K, Value> fresh) {
        List<K> order = new ArrayList<>();
        Map<K, Value> values = new LinkedHashMap<>();
        yours.forEach((key, value) -> {
            Optional<Value> was = Optional.ofNullable(base.get(key));
            Optional<Value> now = Optional.ofNullable(fresh.get(key));
            // What goes keeps its place, for what comes instead.
            order.add(key);
            kept(child(path, key), was, value, now).ifPresent(kept -> values.put(key, kept));
        });
        boolean sorted =
                Members.areSorted(List.copyOf(yours.keySet())) && Members.areSorted(List.copyOf(fresh.keySet()));
        Neighbours<K> neighbours = new Neighbours<>(List.copyOf(base.keySet()), List.copyOf(fresh.keySet()));
        fresh.forEach((key, value) -> {
            if (!yours.containsKey(key)) {
                added(child(path, key), Optional.ofNullable(base.get(key)), value)
                        .ifPresent(added -> {
                            order.add(sorted ? sortedPlace(order, key) : neighbours.place(order, key), key);
                            values.put(key, added);
                        });
            }
        });
        Map<K, Value> members = new LinkedHashMap<>();
        order.stream().filter(values::containsKey).forEach(key -> members.put(key, values.get(key)));
        return members;
    }

    /** What becomes of something that yours has. */
    private Optional<Value> kept(List<String> path, Optional<Value> base, Value yours, Optional<Value> fresh) {
        if (fresh.isPresent()) {
            return value(path, base, yours, fresh.get());
        }
        if (base.isEmpty()) {
            return Optional.of(yours);
        }
        if (Ranges.areAt(path) && base.get() instanceof Keys was && yours instanceof Keys your) {
            Keys rest = keys(path, was, your, Keys.NONE);
            boolean isGone = rest.entries().isEmpty()
                    && isOnly(your.written().comments(), was.written().comments());
            return isGone ? Optional.empty() : Optional.of(rest);
        }
        return isUntouched(base.get(), yours) ? Optional.empty() : Optional.of(yours);
    }

    /** What becomes of something that yours does not have: it comes if it is new. */
    private Optional<Value> added(List<String> path, Optional<Value> base, Value fresh) {
        if (base.isEmpty()) {
            // Where it was generated there, it may be on its way from the one to the other.
            boolean isYourOwn = Ranges.areListed(yours, path) && !Ranges.areListed(this.base, path);
            return isYourOwn ? Optional.empty() : Optional.of(fresh);
        }
        boolean asksForMore = Ranges.areAt(path)
                && base.get() instanceof Keys was
                && fresh instanceof Keys its
                && !was.entries().keySet().containsAll(its.entries().keySet());
        return asksForMore ? preferred(base, Optional.empty(), Optional.of(fresh)) : Optional.empty();
    }

    /** A comment that is only yours is an edit too. */
    private static boolean isUntouched(Value base, Value yours) {
        return base.isSame(yours)
                && isOnly(yours.written().comments(), base.written().comments());
    }

    private static boolean isOnly(List<String> comments, List<String> known) {
        List<String> own = new ArrayList<>(comments);
        known.forEach(own::remove);
        return own.isEmpty();
    }

    private static <K> int sortedPlace(List<K> order, K key) {
        return (int) order.stream()
                .filter(each -> ((String) each).compareTo((String) key) < 0)
                .count();
    }

    private static List<String> child(List<String> path, Object key) {
        List<String> child = new ArrayList<>(path);
        child.add(key instanceof String text ? text : "");
        return child;
    }

    private static Keys keys(Optional<Value> base) {
        return base.orElse(Keys.NONE) instanceof Keys keys ? keys : Keys.NONE;
    }

    private static Items items(Optional<Value> base) {
        Items none = new Items(List.of(), Written.ROOT);
        return base.orElse(none) instanceof Items items ? items : none;
    }
}
