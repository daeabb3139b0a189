package dev.backstagegen.layout;

/** Knows where parentheses are needed, or usual. */
final class Parentheses {

    private Parentheses() {}

    static boolean needed(Node node) {
        Node parent = node.parent();
        if (parent == null || node.is(Kind.IDENTIFIER)) {
            return false;
        }
        if (node.is(Kind.OBJECT, Kind.FUNCTION_EXPRESSION, Kind.CLASS_EXPRESSION) && startsStatement(node)) {
            return true;
        }
        if (parent.is(Kind.EXPORT_DEFAULT)) {
            return node.is(Kind.SEQUENCE) || startsWithDeclaration(node);
        }
        if (node.isIn(Slot.SUPER_CLASS) && isNoSuperClass(node)) {
            return true;
        }
        if (node.isIn(Slot.BODY, Kind.ARROW) && !node.is(Kind.SEQUENCE) && startsWithObject(node)) {
            return true;
        }
        return inParent(node, parent);
    }

    private static boolean isNoSuperClass(Node node) {
        return node.is(
                Kind.ARROW,
                Kind.ASSIGNMENT,
                Kind.AWAIT,
                Kind.BINARY,
                Kind.CONDITIONAL,
                Kind.LOGICAL,
                Kind.NEW,
                Kind.OBJECT,
                Kind.SEQUENCE,
                Kind.TAGGED_TEMPLATE,
                Kind.UNARY,
                Kind.UPDATE,
                Kind.YIELD,
                Kind.NON_NULL);
    }

    private static boolean inParent(Node node, Node parent) {
        return switch (node.kind()) {
            case UPDATE, UNARY -> unary(node, parent);
            case BINARY, LOGICAL, AS, SATISFIES -> binary(node, parent);
            case SEQUENCE -> sequence(node, parent);
            case YIELD ->
                parent.is(Kind.UNARY, Kind.AWAIT, Kind.AS, Kind.SATISFIES)
                        || parent.is(Kind.NON_NULL)
                        || awaited(node, parent);
            case AWAIT -> awaited(node, parent);
            case CONDITIONAL -> conditional(node, parent);
            case FUNCTION_EXPRESSION -> node.isIn(Slot.CALLEE) || parent.is(Kind.TAGGED_TEMPLATE);
            case ARROW -> arrow(node, parent);
            case CLASS_EXPRESSION -> node.isIn(Slot.CALLEE, Kind.NEW);
            case ASSIGNMENT -> assignment(node, parent);
            case CALL, MEMBER, TAGGED_TEMPLATE, NON_NULL -> member(node, parent);
            case NUMBER -> node.isIn(Slot.OBJECT, Kind.MEMBER);
            case STRING -> false;
            default -> TypeParentheses.needed(node, parent);
        };
    }

    private static boolean unary(Node node, Node parent) {
        if (parent.is(Kind.UNARY)) {
            boolean sign = node.text().equals("+") || node.text().equals("-");
            return node.is(Kind.UNARY)
                    ? sign && node.text().equals(parent.text())
                    : node.has(Flag.PREFIX) && node.text().startsWith(parent.text());
        }
        return node.isIn(Slot.OBJECT, Kind.MEMBER)
                || node.isIn(Slot.CALLEE)
                || parent.is(Kind.TAGGED_TEMPLATE, Kind.NON_NULL)
                || node.isIn(Slot.LEFT, Kind.BINARY) && parent.text().equals("**");
    }

    private static boolean binary(Node node, Node parent) {
        boolean cast = node.is(Kind.AS, Kind.SATISFIES);
        if (node.is(Kind.BINARY) && node.text().equals("in") && isInForHead(node)) {
            return true;
        }
        return switch (parent.kind()) {
            case AS, SATISFIES -> !cast;
            case CONDITIONAL -> cast;
            case CALL, NEW -> node.isIn(Slot.CALLEE);
            case CLASS_DECLARATION, CLASS_EXPRESSION -> node.isIn(Slot.SUPER_CLASS);
            case TAGGED_TEMPLATE, UNARY, SPREAD, AWAIT, NON_NULL, UPDATE -> true;
            case MEMBER -> node.isIn(Slot.OBJECT);
            case ASSIGNMENT, ASSIGNMENT_PATTERN -> node.isIn(Slot.LEFT) && cast;
            case LOGICAL -> node.is(Kind.LOGICAL) ? !parent.text().equals(node.text()) : ranked(node, parent);
            case BINARY -> ranked(node, parent);
            default -> false;
        };
    }

    private static boolean ranked(Node node, Node parent) {
        if (node.is(Kind.AS, Kind.SATISFIES)) {
            return true;
        }
        int inner = Operators.rank(node.text());
        int outer = Operators.rank(parent.text());
        if (outer > inner || outer == inner && node.isIn(Slot.RIGHT)) {
            return true;
        }
        if (outer == inner && !Operators.flatten(parent.text(), node.text())) {
            return true;
        }
        if (outer < inner && node.text().equals("%")) {
            return parent.text().equals("+") || parent.text().equals("-");
        }
        return Operators.isBitwise(parent.text());
    }

    private static boolean isInForHead(Node node) {
        for (Node each = node; each.parent() != null; each = each.parent()) {
            if (each.isIn(Slot.INIT, Kind.FOR)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sequence(Node node, Node parent) {
        return switch (parent.kind()) {
            case RETURN, FOR, EXPRESSION_STATEMENT -> false;
            case ARROW -> !node.isIn(Slot.BODY);
            default -> true;
        };
    }

    private static boolean awaited(Node node, Node parent) {
        return switch (parent.kind()) {
            case TAGGED_TEMPLATE, UNARY, LOGICAL, SPREAD, AS, SATISFIES, NON_NULL, BINARY -> true;
            case MEMBER -> node.isIn(Slot.OBJECT);
            case NEW, CALL -> node.isIn(Slot.CALLEE);
            case CONDITIONAL -> node.isIn(Slot.TEST);
            default -> false;
        };
    }

    private static boolean conditional(Node node, Node parent) {
        return switch (parent.kind()) {
            case TAGGED_TEMPLATE, UNARY, SPREAD, BINARY, LOGICAL, EXPORT_DEFAULT, AWAIT, AS, SATISFIES, NON_NULL ->
                true;
            case NEW, CALL -> node.isIn(Slot.CALLEE);
            case CONDITIONAL -> node.isIn(Slot.TEST);
            case MEMBER -> node.isIn(Slot.OBJECT);
            default -> false;
        };
    }

    private static boolean arrow(Node node, Node parent) {
        return switch (parent.kind()) {
            case BINARY, AS, SATISFIES, NON_NULL, TAGGED_TEMPLATE, UNARY, LOGICAL, AWAIT -> true;
            case NEW, CALL -> node.isIn(Slot.CALLEE);
            case MEMBER -> node.isIn(Slot.OBJECT);
            case CONDITIONAL -> node.isIn(Slot.TEST);
            default -> false;
        };
    }

    private static boolean assignment(Node node, Node parent) {
        if (node.isIn(Slot.BODY, Kind.ARROW)) {
            return true;
        }
        return switch (parent.kind()) {
            case EXPRESSION_STATEMENT -> node.get(Slot.LEFT).is(Kind.OBJECT_PATTERN);
            case ASSIGNMENT -> false;
            case FOR -> node.isIn(Slot.BODY);
            case SEQUENCE -> !parent.isIn(Slot.INIT, Kind.FOR) && !parent.isIn(Slot.UPDATE, Kind.FOR);
            default -> true;
        };
    }

    private static boolean member(Node node, Node parent) {
        if (isOptionalChain(node)) {
            // What ends an optional chain has its parentheses in the source; otherwise it would go on.
            boolean ends = node.isIn(Slot.OBJECT, Kind.MEMBER)
                    || node.isIn(Slot.CALLEE)
                    || parent.is(Kind.NON_NULL) && parent.isIn(Slot.OBJECT, Kind.MEMBER);
            if (ends && node.has(Flag.PARENTHESIZED)) {
                return true;
            }
        }
        return node.isIn(Slot.CALLEE, Kind.NEW) && containsCall(node);
    }

    private static boolean isOptionalChain(Node node) {
        Node each = node;
        while (true) {
            if (each.has(Flag.OPTIONAL) && each.is(Kind.MEMBER, Kind.CALL)) {
                return true;
            }
            if (each.isMember()) {
                each = each.get(Slot.OBJECT);
            } else if (each.isCall()) {
                each = each.get(Slot.CALLEE);
            } else {
                return false;
            }
        }
    }

    private static boolean containsCall(Node callee) {
        Node node = callee;
        while (true) {
            switch (node.kind()) {
                case CALL -> {
                    return true;
                }
                case MEMBER -> node = node.get(Slot.OBJECT);
                case TAGGED_TEMPLATE -> node = node.get(Slot.TAG);
                case NON_NULL -> node = node.get(Slot.EXPRESSION);
                default -> {
                    return false;
                }
            }
        }
    }

    /** What stands at the very left inside a node, or null if it begins with itself. */
    static Node leftSide(Node node) {
        return switch (node.kind()) {
            case BINARY, LOGICAL, ASSIGNMENT -> node.get(Slot.LEFT);
            case MEMBER -> node.get(Slot.OBJECT);
            case CALL -> node.get(Slot.CALLEE);
            case TAGGED_TEMPLATE -> node.get(Slot.TAG);
            case CONDITIONAL -> node.get(Slot.TEST);
            case UPDATE -> node.has(Flag.PREFIX) ? null : node.get(Slot.ARGUMENT);
            case SEQUENCE -> node.get(Slot.EXPRESSIONS);
            case AS, SATISFIES, NON_NULL -> node.get(Slot.EXPRESSION);
            default -> null;
        };
    }

    /** Whether it begins with an object, which could be taken for a block. */
    static boolean startsWithObject(Node node) {
        Node left = node;
        for (Node next = left; next != null; next = leftSide(next)) {
            left = next;
        }
        return left.is(Kind.OBJECT);
    }

    private static boolean startsWithDeclaration(Node node) {
        Node left = node;
        for (Node next = left; next != null; next = leftSide(next)) {
            boolean parenthesized = next != node && inParent(next, next.parent());
            if (parenthesized) {
                return false;
            }
            left = next;
        }
        return left.is(Kind.FUNCTION_EXPRESSION, Kind.CLASS_EXPRESSION);
    }

    private static boolean startsStatement(Node node) {
        Node each = node;
        while (leftSide(each.parent()) == each) {
            if (each.is(Kind.FUNCTION_EXPRESSION) && each.parent().is(Kind.CALL, Kind.TAGGED_TEMPLATE)) {
                return false;
            }
            each = each.parent();
        }
        return each.parent().is(Kind.EXPRESSION_STATEMENT);
    }
}
