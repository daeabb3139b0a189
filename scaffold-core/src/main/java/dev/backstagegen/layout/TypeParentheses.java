package dev.backstagegen.layout;

/** Knows which types need parentheses. */
final class TypeParentheses {

    private TypeParentheses() {}

    static boolean needed(Node node, Node parent) {
        return switch (node.kind()) {
            case CONDITIONAL_TYPE, FUNCTION_TYPE, CONSTRUCTOR_TYPE ->
                inCondition(node, parent) || inList(node, parent) || inOperator(node, parent);
            case UNION, INTERSECTION -> inList(node, parent) || inOperator(node, parent);
            case INFER_TYPE -> !parent.is(Kind.REST_TYPE) && inOperator(node, parent);
            case TYPE_OPERATOR -> inOperator(node, parent);
            case TYPE_QUERY -> node.isIn(Slot.OBJECT, Kind.INDEXED_ACCESS) || parent.is(Kind.ARRAY_TYPE);
            default -> false;
        };
    }

    private static boolean inCondition(Node node, Node parent) {
        if (!parent.is(Kind.CONDITIONAL_TYPE)) {
            return false;
        }
        if (node.isIn(Slot.CHECK)) {
            return true;
        }
        if (!node.isIn(Slot.EXTENDS)) {
            return false;
        }
        if (node.is(Kind.CONDITIONAL_TYPE)) {
            return true;
        }
        Node result = node.get(Slot.RETURN_TYPE);
        if (result.is(Kind.TYPE_PREDICATE) && result.has(Slot.TYPE)) {
            result = result.get(Slot.TYPE);
        }
        return result.is(Kind.INFER_TYPE) && result.get(Slot.TYPE_PARAMETERS).has(Slot.CONSTRAINT);
    }

    private static boolean inList(Node node, Node parent) {
        return parent.is(Kind.UNION, Kind.INTERSECTION);
    }

    private static boolean inOperator(Node node, Node parent) {
        return parent.is(Kind.ARRAY_TYPE, Kind.OPTIONAL_TYPE, Kind.REST_TYPE, Kind.TYPE_OPERATOR)
                || node.isIn(Slot.OBJECT, Kind.INDEXED_ACCESS);
    }
}
