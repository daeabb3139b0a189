package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Names by chance, well-formed and of a given length. */
record RandomNames(Random random) {

    String camel(int length) {
        StringBuilder name = new StringBuilder();
        while (name.length() < length) {
            boolean capital = name.length() > 0 && !Character.isUpperCase(name.charAt(name.length() - 1)) && chance(6);
            name.append(capital ? (char) ('A' + random.nextInt(26)) : letter(name.length()));
        }
        return name.toString();
    }

    String kebab(int length) {
        StringBuilder name = new StringBuilder();
        while (name.length() < length) {
            boolean dash = name.length() > 0
                    && name.length() < length - 1
                    && name.charAt(name.length() - 1) != '-'
                    && chance(6);
            name.append(dash ? '-' : letter(name.length()));
        }
        return name.toString();
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Draws until nothing is refused. */
    static <T> T legal(Supplier<T> draw) {
        while (true) {
            try {
                return draw.get();
            } catch (ScaffoldException refused) {
                // Drawn again.
            }
        }
    }

    private char letter(int at) {
        boolean digit = at > 0 && chance(12);
        return (char) (digit ? '0' + random.nextInt(10) : 'a' + random.nextInt(26));
    }
}
