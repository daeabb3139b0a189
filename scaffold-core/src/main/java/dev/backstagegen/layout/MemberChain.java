package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.HARD;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Prints calls of calls of calls: on one line, or with a line for each. */
final class MemberChain {

    private final Printer printer;

    MemberChain(Printer printer) {
        this.printer = printer;
    }

    /** A link of the chain: a call, a member, or what it all begins with. */
    private record Link(Node node, Doc printed, boolean parenthesized) {}

    Doc print(Node call) {
        List<Link> links = links(call);
        List<List<Link>> groups = groups(links);
        boolean merged = merges(groups, call);
        List<Doc> printed = printAll(groups);
        Doc oneLine = concat(printed);
        int cutoff = merged ? 3 : 2;
        boolean commented = hasComments(groups, cutoff);
        if (groups.size() <= cutoff && !commented) {
            return Calls.isCurried(call) ? oneLine : group(oneLine);
        }
        List<Link> head = groups.get(merged ? 1 : 0);
        Node beforeIndent = head.get(head.size() - 1).node();
        boolean gap = !beforeIndent.isCall() && emptyLineAfter(beforeIndent);
        int start = merged ? 2 : 1;
        Doc expanded = concat(
                printed.get(0),
                merged ? printed.get(1) : Doc.EMPTY,
                gap ? HARD : Doc.EMPTY,
                indent(group(HARD, Doc.join(HARD, printed.subList(start, printed.size())))));
        if (commented || mustBreak(links, groups, printed)) {
            return new Doc.Chain(group(expanded));
        }
        Doc choice = Doc.oneOf(oneLine, expanded);
        return new Doc.Chain(oneLine.willBreak() || gap ? concat(Doc.Mark.BREAK_PARENT, choice) : choice);
    }

    private List<Link> links(Node call) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(call, callParts(call), false));
        Node node = call.get(Slot.CALLEE);
        while (true) {
            if (node.isCall() && node.get(Slot.CALLEE).is(Kind.MEMBER, Kind.CALL)) {
                Doc doc = printer.comments().around(node, callParts(node));
                links.add(new Link(node, emptyLineAfter(node) ? concat(doc, HARD) : doc, false));
                node = node.get(Slot.CALLEE);
            } else if (node.isMember()) {
                Doc doc = printer.comments().around(node, printer.expressions().lookup(node));
                links.add(new Link(node, doc, Parentheses.needed(node)));
                node = node.get(Slot.OBJECT);
            } else if (node.is(Kind.NON_NULL)) {
                links.add(new Link(node, printer.comments().around(node, text("!")), false));
                node = node.get(Slot.EXPRESSION);
            } else {
                links.add(new Link(node, printer.print(node), false));
                Collections.reverse(links);
                return links;
            }
        }
    }

    private Doc callParts(Node call) {
        return concat(
                text(call.has(Flag.OPTIONAL) ? "?." : ""),
                printer.print(call, Slot.TYPE_ARGUMENTS),
                printer.callArguments().print(call));
    }

    private boolean emptyLineAfter(Node node) {
        SourceText source = printer.source();
        int next = source.nextToken(node.end());
        return source.startsWith(")", next) ? source.emptyLineAfter(next + 1) : source.emptyLineAfter(node.end());
    }

    private static List<List<Link>> groups(List<Link> links) {
        List<List<Link>> groups = new ArrayList<>();
        int first = firstGroup(links);
        groups.add(links.subList(0, first));
        List<Link> current = new ArrayList<>();
        boolean called = false;
        for (Link link : links.subList(first, links.size())) {
            Node node = link.node();
            if (called && node.isMember() && !isNumbered(node)) {
                groups.add(current);
                current = new ArrayList<>();
                called = false;
            }
            called |= node.isCall();
            current.add(link);
            if (node.hasComment(Comment.Side.TRAILING)) {
                groups.add(current);
                current = new ArrayList<>();
                called = false;
            }
        }
        if (!current.isEmpty()) {
            groups.add(current);
        }
        return groups;
    }

    /** How many links the chain begins with before the first one that could have a line of its own. */
    private static int firstGroup(List<Link> links) {
        int i = 1;
        while (i < links.size() && staysWithHead(links.get(i).node())) {
            i++;
        }
        if (!links.get(0).node().isCall()) {
            while (i + 1 < links.size()
                    && links.get(i).node().isMember()
                    && links.get(i + 1).node().isMember()) {
                i++;
            }
        }
        return i;
    }

    private static boolean staysWithHead(Node node) {
        return node.is(Kind.NON_NULL, Kind.CALL) || node.isMember() && isNumbered(node);
    }

    private static boolean isNumbered(Node member) {
        return member.has(Flag.COMPUTED) && member.get(Slot.PROPERTY).is(Kind.NUMBER);
    }

    /** Whether the first call stays on the line of the head. */
    private static boolean merges(List<List<Link>> groups, Node call) {
        if (groups.size() < 2 || groups.get(1).isEmpty()) {
            return false;
        }
        Node second = groups.get(1).get(0).node();
        if (second.hasComment()) {
            return false;
        }
        boolean computed = second.isMember() && second.has(Flag.COMPUTED);
        List<Link> head = groups.get(0);
        if (head.size() == 1) {
            Node node = head.get(0).node();
            boolean statement = call.parent().is(Kind.EXPRESSION_STATEMENT);
            return node.is(Kind.THIS)
                    || node.is(Kind.IDENTIFIER)
                            && (isFactory(node.text())
                                    || statement && node.text().length() <= 2
                                    || computed);
        }
        Node last = head.get(head.size() - 1).node();
        return last.isMember()
                && last.get(Slot.PROPERTY).is(Kind.IDENTIFIER)
                && (isFactory(last.get(Slot.PROPERTY).text()) || computed);
    }

    /** Whether a name looks like that of a class or a library: it begins with a capital or is made of _ and $. */
    private static boolean isFactory(String name) {
        char first = name.charAt(0);
        if (first >= 'A' && first <= 'Z') {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != '_' && name.charAt(i) != '$') {
                return false;
            }
        }
        return true;
    }

    private static List<Doc> printAll(List<List<Link>> groups) {
        List<Doc> docs = new ArrayList<>();
        for (List<Link> links : groups) {
            Parts parts = new Parts();
            for (Link link : links) {
                parts.add(link.printed());
            }
            boolean parenthesized = links.get(links.size() - 1).parenthesized();
            docs.add(parenthesized ? concat(text("("), parts.doc(), text(")")) : parts.doc());
        }
        return docs;
    }

    private static boolean hasComments(List<List<Link>> groups, int cutoff) {
        List<Node> nodes = new ArrayList<>();
        for (List<Link> links : groups) {
            for (Link link : links) {
                nodes.add(link.node());
            }
        }
        for (int i = 0; i < nodes.size() - 1; i++) {
            if (i > 0 && nodes.get(i).hasComment(Comment.Side.LEADING)
                    || nodes.get(i).hasComment(Comment.Side.TRAILING)) {
                return true;
            }
        }
        return groups.size() > cutoff && groups.get(cutoff).get(0).node().hasComment(Comment.Side.LEADING);
    }

    private static boolean mustBreak(List<Link> links, List<List<Link>> groups, List<Doc> printed) {
        List<Node> calls = new ArrayList<>();
        boolean simple = true;
        for (Link link : links) {
            if (link.node().isCall()) {
                calls.add(link.node());
                for (Node argument : link.node().all(Slot.ARGUMENTS)) {
                    simple &= Calls.isSimple(argument, 0);
                }
            }
        }
        if (calls.size() > 2 && !simple || Doc.anyBreaks(printed.subList(0, printed.size() - 1))) {
            return true;
        }
        List<Link> lastGroup = groups.get(groups.size() - 1);
        if (!lastGroup.get(lastGroup.size() - 1).node().isCall()
                || !printed.get(printed.size() - 1).willBreak()) {
            return false;
        }
        for (Node call : calls.subList(0, calls.size() - 1)) {
            if (CallArguments.hasFunction(call.all(Slot.ARGUMENTS))) {
                return true;
            }
        }
        return false;
    }
}
