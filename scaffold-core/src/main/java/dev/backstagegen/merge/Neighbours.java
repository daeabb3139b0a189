package dev.backstagegen.merge;

import java.util.List;
import java.util.Optional;

/** Where something new belongs: beside those that it stands beside in the text it comes from. */
record Neighbours<K>(List<K> base, List<K> fresh) {

    /**
     * In the place of what it replaces; else behind the nearest neighbour before it that is there, else in front of the
     * nearest behind it, else at the end.
     */
    int place(List<K> order, K key) {
        int own = fresh.indexOf(key);
        Optional<K> replaced = base.stream()
                .filter(each -> !fresh.contains(each) && before(base, each).equals(before(fresh, key)))
                .filter(order::contains)
                .findFirst();
        if (replaced.isPresent()) {
            return order.indexOf(replaced.get()) + 1;
        }
        for (int i = own - 1; i >= 0; i--) {
            if (order.contains(fresh.get(i))) {
                return order.indexOf(fresh.get(i)) + 1;
            }
        }
        return fresh.stream()
                .skip(own + 1L)
                .filter(order::contains)
                .findFirst()
                .map(order::indexOf)
                .orElse(order.size());
    }

    private static <K> Optional<K> before(List<K> list, K key) {
        int index = list.indexOf(key);
        return index == 0 ? Optional.empty() : Optional.of(list.get(index - 1));
    }
}
