package dev.backstagegen.rule.code;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What one route runs; what follows from it is worked out when it is first asked for. */
public final class Request {

    private final Plugin plugin;
    private final Routes.Route route;
    private final List<Place> handlers;
    private final List<Place> guards;
    private final boolean known;
    private Course course;
    private Set<Place> everything;
    private Incoming incoming;

    Request(Plugin plugin, Routes.Route route, Handlers handlers, Handlers guards, boolean known) {
        this.plugin = plugin;
        this.route = route;
        this.handlers = handlers.functions();
        this.guards = guards.functions();
        this.known = known
                && handlers.isKnown()
                && guards.isKnown()
                && !handlers.functions().isEmpty();
    }

    public Routes.Route route() {
        return route;
    }

    /** The functions that are registered for it. */
    public List<Place> handlers() {
        return List.copyOf(handlers);
    }

    /** The functions that it may have to pass before. */
    public List<Place> guards() {
        return List.copyOf(guards);
    }

    /** Whether there can be no other handlers or guards. */
    public boolean isKnown() {
        return known;
    }

    /** What its handlers do while they run. */
    public Course course() {
        if (course == null) {
            course = new Course(plugin, handlers);
        }
        return course;
    }

    /** Every function of the plugin that it may get to in any way, those of the guards included. */
    public Set<Place> everything() {
        if (everything == null) {
            Set<Place> all = new LinkedHashSet<>(course().functions());
            Stream.concat(handlers.stream(), guards.stream())
                    .forEach(each -> all.addAll(new Reach(plugin, each).functions()));
            everything = all;
        }
        return Collections.unmodifiableSet(everything);
    }

    /** What it is asked with, in the eyes of its handlers and its guards. */
    public Incoming incoming() {
        if (incoming == null) {
            incoming = new Incoming(
                    plugin, Stream.concat(handlers.stream(), guards.stream()).toList());
        }
        return incoming;
    }

    /** Whether a place stands in a guard. */
    public boolean isInGuard(Place place) {
        return guards.stream()
                .anyMatch(guard -> guard.source() == place.source() && Syntax.within(place.node(), guard.node()));
    }

    /** How to call it in a message. */
    public String title() {
        return route.verb().toUpperCase(Locale.ROOT)
                + route.path().map(path -> " " + path).orElse("");
    }

    /** What to underline: its path if it is written there. */
    public Place label() {
        return route.call()
                .at(Syntax.arguments(route.call().node()).stream()
                        .filter(each -> Syntax.string(each).isPresent())
                        .findFirst()
                        .or(() -> Syntax.called(route.call().node()))
                        .orElse(route.call().node()));
    }
}
