package dev.backstagegen.layout;

import java.util.List;

/** The places where a comment does not simply go to its neighbour. Each rule says whether it placed the comment. */
final class CommentRules {

    private final SourceText source;

    CommentRules(SourceText source) {
        this.source = source;
    }

    boolean onOwnLine(CommentPlace place) {
        return afterLastParameter(place)
                || inMember(place)
                || inIf(place)
                || inWhile(place)
                || inTry(place)
                || inClass(place)
                || inFor(place)
                || inUnion(place)
                || inEmptyProgram(place)
                || inSpecifiers(place)
                || place.isIn(Kind.ASSIGNMENT_PATTERN) && place.leads(place.enclosing())
                || afterMethodName(place)
                || place.isIn(Kind.LABELED) && place.leads(place.enclosing())
                || inJump(place);
    }

    boolean atEndOfLine(CommentPlace place) {
        return afterLastParameter(place)
                || inConditional(place)
                || inSpecifiers(place)
                || inIf(place)
                || inWhile(place)
                || inTry(place)
                || inClass(place)
                || place.isIn(Kind.LABELED) && place.leads(place.enclosing())
                || inCall(place)
                || place.isIn(Kind.PROPERTY) && place.leads(place.enclosing())
                || inEmptyProgram(place)
                || inAssignment(place)
                || inJump(place)
                || inDefaultCase(place);
    }

    boolean within(CommentPlace place) {
        return inIf(place)
                || inWhile(place)
                || inEmptyParentheses(place)
                || afterMethodName(place)
                || inEmptyProgram(place)
                || afterArrowParameters(place)
                || afterFunctionName(place)
                || inJump(place)
                || afterSignature(place);
    }

    private char next(CommentPlace place) {
        return source.nextCharacter(place.comment().end());
    }

    private boolean afterLastParameter(CommentPlace place) {
        if (place.before() != null
                && place.before().is(Kind.IDENTIFIER, Kind.ASSIGNMENT_PATTERN)
                && isFunctionLike(place.enclosing())
                && next(place) == ')') {
            return place.trails(place.before());
        }
        if (place.isIn(Kind.FUNCTION_DECLARATION)
                && place.after() != null
                && place.after().is(Kind.BLOCK)) {
            List<Node> params = place.enclosing().all(Slot.PARAMS);
            int closing = params.isEmpty()
                    ? source.nextToken(
                            source.nextToken(place.enclosing().get(Slot.ID).end()) + 1)
                    : source.nextToken(params.get(params.size() - 1).end());
            return place.comment().start() > closing && place.opens(place.after());
        }
        return false;
    }

    private static boolean isFunctionLike(Node node) {
        return node.is(
                Kind.ARROW,
                Kind.FUNCTION_EXPRESSION,
                Kind.FUNCTION_DECLARATION,
                Kind.OBJECT_METHOD,
                Kind.METHOD,
                Kind.FUNCTION_SIGNATURE,
                Kind.CALL_SIGNATURE,
                Kind.CONSTRUCT_SIGNATURE,
                Kind.METHOD_SIGNATURE,
                Kind.CONSTRUCTOR_TYPE,
                Kind.FUNCTION_TYPE);
    }

    private static boolean inMember(CommentPlace place) {
        return place.isIn(Kind.MEMBER)
                && place.after() != null
                && place.after().is(Kind.IDENTIFIER)
                && place.leads(place.enclosing());
    }

    private boolean inIf(CommentPlace place) {
        if (!place.isIn(Kind.IF) || place.after() == null) {
            return false;
        }
        if (next(place) == ')') {
            return place.trails(place.before());
        }
        if (place.isAfter(Slot.CONSEQUENT) && place.isBefore(Slot.ALTERNATE)) {
            return beforeElse(place);
        }
        if (place.after().is(Kind.BLOCK)) {
            return place.opens(place.after());
        }
        if (place.after().is(Kind.IF)) {
            return place.opensOrLeads(place.after().get(Slot.CONSEQUENT));
        }
        return place.isBefore(Slot.CONSEQUENT) && place.leads(place.after());
    }

    private boolean beforeElse(CommentPlace place) {
        if (place.before().is(Kind.BLOCK)) {
            return place.trails(place.before());
        }
        Comment comment = place.comment();
        boolean oneLine = !source.newlineBetween(comment.start(), comment.end());
        boolean sameLine = !source.newlineBetween(place.before().start(), comment.start());
        if (oneLine && sameLine) {
            comment.stayOnLine();
            return place.dangles(place.before());
        }
        return place.dangles(place.enclosing());
    }

    private boolean inWhile(CommentPlace place) {
        if (!place.isIn(Kind.WHILE) || place.after() == null) {
            return false;
        }
        if (next(place) == ')') {
            return place.trails(place.before());
        }
        if (place.after().is(Kind.BLOCK)) {
            return place.opens(place.after());
        }
        return place.isBefore(Slot.BODY) && place.leads(place.after());
    }

    private static boolean inTry(CommentPlace place) {
        if (!place.isIn(Kind.TRY, Kind.CATCH) || place.after() == null) {
            return false;
        }
        if (place.isIn(Kind.CATCH) && place.before() != null) {
            return place.trails(place.before());
        }
        if (place.after().is(Kind.BLOCK)) {
            return place.opens(place.after());
        }
        return place.after().is(Kind.CATCH) && place.opens(place.after().get(Slot.BODY));
    }

    private static boolean inClass(CommentPlace place) {
        if (!place.isIn(Kind.CLASS_DECLARATION, Kind.CLASS_EXPRESSION, Kind.INTERFACE) || place.after() == null) {
            return false;
        }
        if (place.isBefore(Slot.BODY)) {
            return place.opens(place.after());
        }
        boolean heritage =
                place.isBefore(Slot.SUPER_CLASS) || place.isBefore(Slot.IMPLEMENTS) || place.isBefore(Slot.EXTENDS);
        return heritage && place.before() != null && place.trails(place.before());
    }

    private static boolean inFor(CommentPlace place) {
        return place.isIn(Kind.FOR_IN, Kind.FOR_OF) && place.leads(place.enclosing());
    }

    private static boolean inUnion(CommentPlace place) {
        return place.isIn(Kind.UNION) && place.before() != null && place.trails(place.before());
    }

    private static boolean inEmptyProgram(CommentPlace place) {
        if (!place.isIn(Kind.PROGRAM) || !place.enclosing().children().isEmpty()) {
            return false;
        }
        return place.last() ? place.dangles(place.enclosing()) : place.leads(place.enclosing());
    }

    private boolean inSpecifiers(CommentPlace place) {
        if (place.isIn(Kind.IMPORT_SPECIFIER, Kind.EXPORT_SPECIFIER)) {
            return place.leads(place.enclosing());
        }
        boolean after = place.before() != null
                && (place.isIn(Kind.IMPORT) && place.before().is(Kind.IMPORT_SPECIFIER)
                        || place.isIn(Kind.EXPORT_NAMED) && place.before().is(Kind.EXPORT_SPECIFIER));
        return after && source.newlineAfter(place.comment().end()) && place.trails(place.before());
    }

    private boolean afterMethodName(CommentPlace place) {
        return place.isIn(Kind.OBJECT_METHOD, Kind.METHOD)
                && place.isAfter(Slot.KEY)
                && next(place) == '('
                && place.trails(place.before());
    }

    private boolean afterFunctionName(CommentPlace place) {
        return place.isIn(Kind.FUNCTION_DECLARATION, Kind.FUNCTION_EXPRESSION)
                && place.before() != null
                && next(place) == '('
                && place.trails(place.before());
    }

    private static boolean inJump(CommentPlace place) {
        return place.isIn(Kind.BREAK, Kind.CONTINUE)
                && place.enclosing().text().isEmpty()
                && place.trails(place.enclosing());
    }

    private boolean inConditional(CommentPlace place) {
        if (!place.isIn(Kind.CONDITIONAL, Kind.CONDITIONAL_TYPE) || place.after() == null) {
            return false;
        }
        boolean sameLine = place.before() != null
                && !source.newlineBetween(place.before().end(), place.comment().start());
        return !sameLine && place.leads(place.after());
    }

    private static boolean inCall(CommentPlace place) {
        return place.isIn(Kind.CALL)
                && place.isAfter(Slot.CALLEE)
                && place.enclosing().has(Slot.ARGUMENTS)
                && place.leads(place.enclosing().get(Slot.ARGUMENTS));
    }

    private static boolean inAssignment(CommentPlace place) {
        if (!place.isIn(Kind.VARIABLE_DECLARATOR, Kind.ASSIGNMENT, Kind.TYPE_ALIAS) || place.after() == null) {
            return false;
        }
        boolean complex =
                place.after().is(Kind.OBJECT, Kind.ARRAY, Kind.TEMPLATE, Kind.TAGGED_TEMPLATE, Kind.TYPE_LITERAL);
        return (complex || place.comment().isBlock()) && place.leads(place.after());
    }

    private static boolean inDefaultCase(CommentPlace place) {
        if (!place.isIn(Kind.SWITCH_CASE) || place.enclosing().has(Slot.TEST) || place.after() == null) {
            return false;
        }
        if (place.after() != place.enclosing().get(Slot.CONSEQUENT)) {
            return false;
        }
        return place.after().is(Kind.BLOCK) && place.comment().isLine()
                ? place.opens(place.after())
                : place.dangles(place.enclosing());
    }

    private boolean inEmptyParentheses(CommentPlace place) {
        if (next(place) != ')') {
            return false;
        }
        Node node = place.enclosing();
        boolean empty = isFunctionLike(node) && !node.has(Slot.PARAMS)
                || node.is(Kind.CALL, Kind.NEW, Kind.IMPORT_CALL) && !node.has(Slot.ARGUMENTS);
        return empty && place.dangles(node);
    }

    private boolean afterArrowParameters(CommentPlace place) {
        return place.isIn(Kind.ARROW)
                && source.startsWith("=>", source.nextToken(place.comment().end()))
                && place.dangles(place.enclosing());
    }

    private boolean afterSignature(CommentPlace place) {
        return place.after() == null
                && place.isIn(Kind.METHOD_SIGNATURE, Kind.FUNCTION_SIGNATURE)
                && next(place) == ';'
                && place.trails(place.enclosing());
    }
}
