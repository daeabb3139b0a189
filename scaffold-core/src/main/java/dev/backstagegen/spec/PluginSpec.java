package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user wants of a plugin. What is empty was not said; the host or a feature then has a word.
 *
 * @param id the plugin's id
 * @param packageName the name of its npm package
 * @param description one line on what it does
 * @param owner who is entered in CODEOWNERS
 * @param license what stands in package.json
 * @param resources what the plugin keeps, each one after those that it refers to
 * @param pieces what else of its own it has
 * @param actionNames how the names of actions are written
 * @param features the names of the features that were asked for, without those they need
 * @param check what is wanted of the rules, as it was written
 * @param choices whose text wins in files where both sides have their own
 */
public record PluginSpec(
        PluginId id,
        Optional<String> packageName,
        Optional<String> description,
        Optional<String> owner,
        Optional<String> license,
        List<Resource> resources,
        Pieces pieces,
        ActionNames actionNames,
        Set<String> features,
        Map<String, Object> check,
        List<Choice> choices) {

    /** @throws ScaffoldException when a value cannot be what it is meant to be */
    public PluginSpec {
        packageName.ifPresent(Wishes::packageName);
        description.ifPresent(Wishes::description);
        owner.ifPresent(Wishes::owner);
        license.ifPresent(Wishes::license);
        resources = List.copyOf(Resources.inOrder(resources));
        PieceNames.check(id, resources, pieces);
        features = Collections.unmodifiableSet(new TreeSet<>(features));
        check = Collections.unmodifiableMap(new LinkedHashMap<>(check));
        choices = List.copyOf(choices);
    }

    public static PluginSpec of(PluginId id) {
        return new PluginSpec(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Pieces.NONE,
                ActionNames.SNAKE,
                Set.of(),
                Map.of(),
                List.of());
    }

    public PluginSpec withFeatures(Set<String> names) {
        return new PluginSpec(
                id, packageName, description, owner, license, resources, pieces, actionNames, names, check, choices);
    }

    public PluginSpec withPackageName(String name) {
        return new PluginSpec(
                id,
                Optional.of(name),
                description,
                owner,
                license,
                resources,
                pieces,
                actionNames,
                features,
                check,
                choices);
    }

    public PluginSpec withDescription(String text) {
        return new PluginSpec(
                id,
                packageName,
                Optional.of(text),
                owner,
                license,
                resources,
                pieces,
                actionNames,
                features,
                check,
                choices);
    }

    public PluginSpec withOwner(String name) {
        return new PluginSpec(
                id,
                packageName,
                description,
                Optional.of(name),
                license,
                resources,
                pieces,
                actionNames,
                features,
                check,
                choices);
    }

    public PluginSpec withLicense(String name) {
        return new PluginSpec(
                id,
                packageName,
                description,
                owner,
                Optional.of(name),
                resources,
                pieces,
                actionNames,
                features,
                check,
                choices);
    }

    /** The same with a resource more. */
    public PluginSpec withResource(Resource kept) {
        return withResources(List.of(kept));
    }

    /** The same with more resources. */
    public PluginSpec withResources(List<Resource> kept) {
        List<Resource> more = new ArrayList<>(resources);
        more.addAll(kept);
        return new PluginSpec(
                id, packageName, description, owner, license, more, pieces, actionNames, features, check, choices);
    }

    /** The same with other pieces. */
    public PluginSpec withPieces(Pieces own) {
        return new PluginSpec(
                id, packageName, description, owner, license, resources, own, actionNames, features, check, choices);
    }

    /** The same with a resource in place of the one of that name. */
    public PluginSpec withChanged(Resource changed) {
        List<Resource> others = resources.stream()
                .map(each -> each.name().equals(changed.name()) ? changed : each)
                .toList();
        return withoutResources().withResources(others);
    }

    /** The same, keeping nothing. */
    public PluginSpec withoutResources() {
        return new PluginSpec(
                id, packageName, description, owner, license, List.of(), pieces, actionNames, features, check, choices);
    }

    /** The same with other choices. */
    public PluginSpec withChoices(List<Choice> made) {
        return new PluginSpec(
                id, packageName, description, owner, license, resources, pieces, actionNames, features, check, made);
    }

    /** The same with other wishes about the rules. */
    public PluginSpec withCheck(Map<String, Object> wishes) {
        return new PluginSpec(
                id,
                packageName,
                description,
                owner,
                license,
                resources,
                pieces,
                actionNames,
                features,
                wishes,
                choices);
    }

    public PluginSpec withActionNames(ActionNames style) {
        return new PluginSpec(
                id, packageName, description, owner, license, resources, pieces, style, features, check, choices);
    }
}
