package dev.backstagegen.layout;

/** The ranks of binary operators. */
final class Operators {

    private Operators() {}

    static int rank(String operator) {
        return switch (operator) {
            case "??" -> 1;
            case "||" -> 2;
            case "&&" -> 3;
            case "|" -> 4;
            case "^" -> 5;
            case "&" -> 6;
            case "==", "===", "!=", "!==" -> 7;
            case "<", ">", "<=", ">=", "in", "instanceof" -> 8;
            case ">>", "<<", ">>>" -> 9;
            case "+", "-" -> 10;
            case "*", "/", "%" -> 11;
            case "**" -> 12;
            default -> 0;
        };
    }

    /** Whether one inside the left side of another is printed as if both were one. */
    static boolean flatten(String outer, String inner) {
        int rank = rank(outer);
        if (rank != rank(inner)) {
            return false;
        }
        return switch (rank) {
            case 7, 9, 12 -> false;
            case 11 -> outer.equals(inner) && !outer.equals("%");
            default -> true;
        };
    }

    static boolean isBitwise(String operator) {
        int rank = rank(operator);
        return rank == 9 || rank >= 4 && rank <= 6;
    }
}
