package dev.backstagegen.merge;

import dev.backstagegen.merge.Value.Items;
import dev.backstagegen.merge.Value.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Edits a document until it says what is wanted, and checks that it does. */
final class Revision {

    private final Set<String> dropped;
    private Document document;

    private Revision(Document document, Set<String> dropped) {
        this.document = document;
        this.dropped = dropped;
    }

    /**
     * The document with what is wanted.
     *
     * @param dropped comments that go with what they stand above
     * @throws IllegalArgumentException when that cannot be done safely
     */
    static Document of(Document yours, Value wanted, Set<String> dropped) {
        Revision revision = new Revision(yours, dropped);
        revision.become(List.of(), yours.value(), wanted);
        if (!revision.document.value().isSame(wanted)) {
            throw new IllegalArgumentException("the edits would mean something else");
        }
        return revision.document;
    }

    private void become(List<Integer> at, Value have, Value want) {
        if (have.isSame(want)) {
            return;
        }
        if (have instanceof Keys your && want instanceof Keys its) {
            become(at, your.entries(), its.entries());
        } else if (have instanceof Items your && want instanceof Items its) {
            boolean named = Members.areNamed(your, its);
            Optional<Map<Object, Value>> from = Members.of(your, named);
            Optional<Map<Object, Value>> to = Members.of(its, named);
            if (from.isPresent() && to.isPresent() && isInOrder(from.get(), to.get())) {
                become(at, from.get(), to.get());
            } else {
                document = document.replace(at, want);
            }
        } else {
            document = document.replace(at, want);
        }
    }

    private <K> void become(List<Integer> at, Map<K, Value> have, Map<K, Value> want) {
        List<K> order = new ArrayList<>(have.keySet());
        int index = -1;
        for (Map.Entry<K, Value> wanted : want.entrySet()) {
            if (have.containsKey(wanted.getKey())) {
                index = order.indexOf(wanted.getKey());
                become(child(at, index), have.get(wanted.getKey()), wanted.getValue());
            } else {
                index++;
                order.add(index, wanted.getKey());
                document = document.put(at, index, wanted.getValue());
            }
        }
        for (int i = order.size() - 1; i >= 0; i--) {
            if (!want.containsKey(order.get(i))) {
                document = document.remove(child(at, i), dropped);
            }
        }
    }

    private static boolean isInOrder(Map<Object, Value> have, Map<Object, Value> want) {
        List<Object> before = new ArrayList<>(have.keySet());
        List<Object> after = new ArrayList<>(want.keySet());
        before.retainAll(want.keySet());
        after.retainAll(have.keySet());
        return before.equals(after);
    }

    private static List<Integer> child(List<Integer> at, int index) {
        List<Integer> child = new ArrayList<>(at);
        child.add(index);
        return child;
    }
}
