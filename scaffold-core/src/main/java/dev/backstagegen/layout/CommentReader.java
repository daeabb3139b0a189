package dev.backstagegen.layout;

import java.util.ArrayList;
import java.util.List;

/** Gives every comment to a node it stands before, after or in. */
final class CommentReader {

    private final Node program;
    private final SourceText source;
    private final CommentRules rules;
    private final List<CommentPlace> places = new ArrayList<>();
    private final List<CommentPlace> ties = new ArrayList<>();

    CommentReader(Node program, SourceText source) {
        this.program = program;
        this.source = source;
        this.rules = new CommentRules(source);
    }

    void attach(List<Comment> comments) {
        for (int i = 0; i < comments.size(); i++) {
            Comment comment = comments.get(i);
            places.add(find(program, comment, i == comments.size() - 1));
        }
        for (int i = 0; i < places.size(); i++) {
            attach(i);
        }
        breakTies();
    }

    private CommentPlace find(Node enclosing, Comment comment, boolean last) {
        Node before = null;
        for (Node child : enclosing.children()) {
            if (child.is(Kind.HOLE, Kind.EMPTY)) {
                continue;
            }
            if (child.start() <= comment.start() && comment.end() <= child.end()) {
                return find(child, comment, last);
            }
            if (child.end() <= comment.start()) {
                before = child;
            } else if (child.isAnnotation() && before != null && isPastColon(before, comment)) {
                return new CommentPlace(comment, child, null, child, last);
            } else {
                return inTemplate(new CommentPlace(comment, enclosing, before, child, last));
            }
        }
        return inTemplate(new CommentPlace(comment, enclosing, before, null, last));
    }

    /** The colon belongs to the type after it, and so does a comment between them. */
    private boolean isPastColon(Node before, Comment comment) {
        return source.slice(before.end(), comment.start()).indexOf(':') >= 0;
    }

    /** A comment in one hole of a template has no neighbours in another. */
    private CommentPlace inTemplate(CommentPlace place) {
        if (!place.enclosing().is(Kind.TEMPLATE)) {
            return place;
        }
        Node before = place.before();
        Node after = place.after();
        boolean apart = before != null
                && source.slice(before.end(), place.comment().start()).contains("${");
        boolean ahead = after != null
                && source.slice(place.comment().end(), after.start()).contains("${");
        return new CommentPlace(
                place.comment(), place.enclosing(), apart ? null : before, ahead ? null : after, place.last());
    }

    private void attach(int index) {
        CommentPlace place = places.get(index);
        if (isOnOwnLine(index)) {
            if (!rules.onOwnLine(place)) {
                place.attachLeading();
            }
        } else if (isAtEndOfLine(index)) {
            if (!rules.atEndOfLine(place)) {
                place.attachTrailing();
            }
        } else if (!rules.within(place)) {
            tie(place);
        }
    }

    private void tie(CommentPlace place) {
        if (place.before() == null || place.after() == null) {
            place.attachTrailing();
            return;
        }
        if (!ties.isEmpty() && ties.get(ties.size() - 1).after() != place.after()) {
            breakTies();
        }
        ties.add(place);
    }

    /** Comments between two nodes belong to the second if nothing but blanks is in between. */
    private void breakTies() {
        if (ties.isEmpty()) {
            return;
        }
        int end = ties.get(0).after().start();
        int firstLeading = ties.size();
        while (firstLeading > 0) {
            Comment comment = ties.get(firstLeading - 1).comment();
            if (!isGap(source.slice(comment.end(), end))) {
                break;
            }
            end = comment.start();
            firstLeading--;
        }
        for (int i = 0; i < ties.size(); i++) {
            CommentPlace place = ties.get(i);
            if (i < firstLeading) {
                place.before().attach(place.comment(), Comment.Side.TRAILING);
            } else {
                place.after().attach(place.comment(), Comment.Side.LEADING);
            }
        }
        ties.clear();
    }

    private static boolean isGap(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '(') {
                return false;
            }
        }
        return true;
    }

    private boolean isOnOwnLine(int index) {
        CommentPlace place = places.get(index);
        int start = place.comment().start();
        if (place.before() != null) {
            for (int i = index - 1; i >= 0; i--) {
                CommentPlace other = places.get(i);
                if (other.before() != place.before() || !isBlank(other.comment().end(), start)) {
                    break;
                }
                start = other.comment().start();
            }
        }
        return source.newlineBefore(start);
    }

    private boolean isAtEndOfLine(int index) {
        CommentPlace place = places.get(index);
        int end = place.comment().end();
        if (place.after() != null) {
            for (int i = index + 1; i < places.size(); i++) {
                CommentPlace other = places.get(i);
                if (other.after() != place.after()
                        || !isBlank(end, other.comment().start())) {
                    break;
                }
                end = other.comment().end();
            }
        }
        return source.newlineAfter(end);
    }

    private boolean isBlank(int from, int to) {
        String between = source.slice(from, to);
        return between.isBlank() && between.indexOf('\n') < 0;
    }
}
