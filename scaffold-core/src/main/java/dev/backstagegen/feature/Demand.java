package dev.backstagegen.feature;

import dev.backstagegen.spec.Pieces;
import dev.backstagegen.spec.PluginSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be true of a plugin for something in its description to come about.
 *
 * @param fact what has to be true
 * @param reason why, as the user is told of the feature that brings it
 */
record Demand(String fact, String reason) {

    static List<Demand> of(PluginSpec spec) {
        Pieces pieces = spec.pieces();
        List<Demand> demands = new ArrayList<>();
        spec.resources()
                .forEach(it -> demands.add(new Demand(Fact.RESOURCES, "it keeps the resource '" + it.name() + "'")));
        pieces.actions().forEach(it -> demands.add(new Demand(Fact.ACTIONS, "it offers the action '" + it + "'")));
        pieces.tasks().forEach(it -> demands.add(new Demand(Fact.TASKS, "it schedules the task '" + it + "'")));
        pieces.routes()
                .forEach(it ->
                        demands.add(new Demand(Fact.PERMISSIONS, "it decides who may call the route '" + it + "'")));
        pieces.permissions()
                .forEach(it -> demands.add(new Demand(Fact.PERMISSIONS, "it makes the permission '" + it + "' known")));
        return demands;
    }
}
