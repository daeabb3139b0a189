package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has to hold among the resources of one plugin. */
class PluginSpecTest {

    private static final PluginSpec EXAMPLE = PluginSpec.of(PluginId.of("example"));

    private static Resource resource(String name, String... fields) {
        return Resource.of(name).withFields(Stream.of(fields).map(Field::parse).toList());
    }

    private static List<String> order(Resource... resources) {
        return EXAMPLE.withResources(List.of(resources)).resources().stream()
                .map(resource -> resource.name().kebab())
                .toList();
    }

    @Test
    void whatIsReferredToComesFirst() {
        Resource step = resource("step", "plan:ref(plan,cascade)", "service:ref(service)");
        Resource plan = resource("plan", "service:ref(service,clear)?");
        Resource service = resource("service", "name:string", "parent:ref(service)?");
        Resource note = resource("note", "text:text");
        assertThat(order(note, step, plan, service)).containsExactly("note", "service", "plan", "step");
        assertThat(order(service, plan, step, note)).containsExactly("service", "plan", "step", "note");
        assertThat(order(note, service)).containsExactly("note", "service");
    }

    @Test
    void referencesLeadToResourcesOfThePlugin() {
        assertThatThrownBy(() -> order(resource("step", "plan:ref(plann)"), resource("plan", "a:date")))
                .hasMessageContaining("refers to 'plann'")
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.hint()).isEqualTo("Did you mean plan?"));
    }

    @Test
    void referencesLeadInNoCircle() {
        Resource a = resource("a", "b:ref(b)?");
        Resource b = resource("b", "c:ref(c)?");
        Resource c = resource("c", "b:ref(b)?");
        assertThatThrownBy(() -> order(a, b, c)).hasMessageContaining("of b, c lead in a circle");
    }

    @Test
    void oneMayReferToItselfIfThereCanBeAFirst() {
        assertThat(order(resource("step", "before:ref(step)?"))).containsExactly("step");
        assertThatThrownBy(() -> order(resource("step", "before:ref(step)")))
                .hasMessageContaining("create the first step");
    }

    @ParameterizedTest
    @CsvSource({
        "incident,incident,There are two resources 'incident'",
        "incident-list,incident,type",
        "ab,a-b,type",
        "date,date-entry,type",
        "a-1,a1,type"
    })
    void noTwoNeedOneName(String one, String other, String wrong) {
        assertThatThrownBy(() -> order(Resource.of(one), Resource.of(other))).hasMessageContaining(wrong);
        assertThatThrownBy(() -> order(Resource.of(other), Resource.of(one))).hasMessageContaining(wrong);
    }

    @Test
    void onesPluralIsNotAnothersName() {
        assertThatThrownBy(() -> order(Resource.of("thing"), Resource.of("a", "things")))
                .hasMessageContaining("the name things");
        assertThatThrownBy(() -> order(Resource.of("things", "thing-sets"), Resource.of("thing")))
                .hasMessageContaining("the name things");
    }

    @Test
    void noTwoIndexesAreCalledTheSame() {
        Resource ab = resource("thing", "created:date", "at:date")
                .withIndex(List.of(Field.name("created"), Field.name("at")));
        assertThatThrownBy(() -> order(ab)).hasMessageContaining("things_created_at_idx");
        Resource one = Resource.of("a", "things").withFields(List.of(Field.parse("xY:date")));
        Resource other = Resource.of("b", "things-x").withFields(List.of(Field.parse("y:date")));
        assertThatThrownBy(() ->
                        order(one.withIndex(List.of(Field.name("xY"))), other.withIndex(List.of(Field.name("y")))))
                .hasMessageContaining("things_x_y_idx");
    }

    @Test
    void twentyResourcesAreEnough() {
        List<Resource> twenty =
                IntStream.range(0, 20).mapToObj(i -> Resource.of("thing-" + i)).toList();
        assertThat(EXAMPLE.withResources(twenty).resources()).hasSize(20);
        assertThatThrownBy(() -> EXAMPLE.withResources(twenty).withResource(Resource.of("one-more")))
                .hasMessageContaining("at most 20");
    }
}
