package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTest {

    @ParameterizedTest
    @CsvSource({
        "item,items",
        "entry,entries",
        "key,keys",
        "box,boxes",
        "class,classes",
        "match,matches",
        "person,people",
        "incident-report,incident-reports",
        "status,statuses",
        "analysis,analyses",
        "day,days",
        "query,queries"
    })
    void hasAPlural(String one, String many) {
        assertThat(Resource.of(one).plural().kebab()).isEqualTo(many);
    }

    @ParameterizedTest
    @CsvSource({
        "item,Item",
        "class,ClassEntry",
        "import,ImportEntry",
        "import-job,ImportJob",
        "order,Order",
        "date,DateEntry",
        "promise,PromiseEntry",
        "user-info,UserInfoEntry",
        "permission,PermissionEntry",
        "page,PageEntry",
        "caller,CallerEntry",
        "database,DatabaseEntry",
        "database-service,DatabaseServiceEntry",
        "promise-like,PromiseLikeEntry",
        "return-type,ReturnTypeEntry"
    })
    void keepsOutOfTheWayInCode(String name, String type) {
        assertThat(Resource.of(name).code().pascal()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Item", "1st", "a--b", "items; drop table x", "../x", "ä"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> Resource.of(name))
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.hint()).contains("--resource "));
    }

    @Test
    void hasTheUsualFieldsWhenNobodySaid() {
        assertThat(Resource.DEFAULT.fields()).hasToString("[title:string, description:text?, archived:boolean=false]");
        assertThat(Resource.DEFAULT.unique()).hasToString("[[title]]");
        assertThat(Resource.DEFAULT.verbs()).containsExactly(Verb.values());
    }

    @ParameterizedTest
    @CsvSource({
        "incidents,incident",
        "entries,entry",
        "boxes,box",
        "incident-reports,incident-report",
        "people,person",
        "criteria,criterion",
        "services,service"
    })
    void isNamedInTheSingular(String many, String one) {
        assertThatThrownBy(() -> Resource.of(many))
                .hasMessageContaining("named in the singular")
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.hint()).contains("Name it " + one + ", or"));
        assertThat(Resource.of(many, many + "-entries").name()).hasToString(many);
    }

    @ParameterizedTest
    @ValueSource(strings = {"news", "sheep", "series", "species", "metadata", "release-news"})
    void asksForAPluralThatDiffers(String name) {
        assertThatThrownBy(() -> Resource.of(name))
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.hint()).contains("Say --plural"));
        assertThatThrownBy(() -> Resource.of(name, name)).hasMessageContaining("same name");
        assertThat(Resource.of(name, name + "-items").plural()).hasToString(name + "-items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "class", "alias", "bus", "analysis", "lens", "chaos", "dns", "gas", "kubernetes"})
    void knowsSingularsThatEndInS(String name) {
        assertThat(Resource.of(name).name()).hasToString(name);
    }

    @Test
    void theLongestNameHasAPlural() {
        String longest = "a".repeat(Resource.MAX_LENGTH - 11) + "-hypothesis";
        assertThat(Resource.of(longest).plural().kebab()).endsWith("hypotheses");
        assertThat(Resource.of("a".repeat(Resource.MAX_LENGTH - 1) + "x")
                        .plural()
                        .kebab())
                .hasSize(Resource.MAX_LENGTH + 2);
        assertThatThrownBy(() -> Resource.of("a".repeat(Resource.MAX_LENGTH + 1)))
                .hasMessageContaining("at most 40");
        assertThatThrownBy(() -> Resource.of("a", "a".repeat(44))).hasMessageContaining("at most 43");
    }

    @ParameterizedTest
    @CsvSource({
        "setting,''",
        "kind,''",
        "a,health",
        "a,whoami",
        "ownership,''",
        "overview,''",
        "entity,''",
        "pg-class,''",
        "sqlite-thing,''",
        "a,knex-migrations-lock"
    })
    void leavesPathsAndTablesThatAreTaken(String name, String plural) {
        assertThatThrownBy(() -> Resource.of(name, plural))
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.hint()).isNotBlank());
    }

    private static Resource resource(String... fields) {
        return Resource.of("incident")
                .withFields(Stream.of(fields).map(Field::parse).toList());
    }

    private static List<Name> key(String... fields) {
        return Stream.of(fields).map(Field::name).toList();
    }

    @Test
    void hasFromOneToSixtyFields() {
        String[] sixty = IntStream.range(0, 60).mapToObj(i -> "a" + i + ":date").toArray(String[]::new);
        assertThat(resource(sixty).fields()).hasSize(60);
        String[] more = IntStream.range(0, 61).mapToObj(i -> "a" + i + ":date").toArray(String[]::new);
        assertThatThrownBy(() -> resource(more)).hasMessageContaining("61 fields");
        assertThatThrownBy(() -> resource()).hasMessageContaining("0 fields");
    }

    @ParameterizedTest
    @CsvSource({
        "a:date,a:integer,two fields called a",
        "service:ref(incident)?,serviceId:string,serviceId",
        "opened:timestamp,openedFrom:string,openedFrom",
        "openedTo:ref(incident)?,opened:date,ok",
        "opened:date,openedTo:integer,openedTo",
        "opened:string,openedTo:integer,ok",
        "a1:date,a:integer,ok",
        "aB:integer,ab:integer,ok"
    })
    void noTwoFieldsNeedOneName(String one, String other, String wrong) {
        if (wrong.equals("ok")) {
            assertThat(resource(one, other).fields()).hasSize(2);
        } else {
            assertThatThrownBy(() -> resource(one, other)).hasMessageContaining(wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "string[]", "integer[]", "string(501)", "url"})
    void hasNoIndexOnWhatIsLongOrMany(String type) {
        assertThatThrownBy(() -> resource("a:" + type).withIndex(key("a"))).hasMessageContaining("--index a");
        assertThatThrownBy(() -> resource("a:" + type).withUnique(key("a"))).hasMessageContaining("--unique a");
    }

    @Test
    void hasIndexesThatPostgresTakes() {
        Resource long_ = resource("a:string(500)", "b:string(120)", "c:string(31)");
        assertThat(long_.withIndex(key("a", "b")).indexes()).hasSize(1);
        assertThatThrownBy(() -> long_.withIndex(key("a", "b", "c"))).hasMessageContaining("too long");
    }

    @Test
    void hasEachIndexOnce() {
        Resource titled = resource("a:date", "b:string(10)").withUnique(key("a"));
        assertThatThrownBy(() -> titled.withUnique(key("a"))).hasMessageContaining("two indexes on a");
        assertThatThrownBy(() -> titled.withIndex(key("a"))).hasMessageContaining("two indexes on a");
        assertThatThrownBy(() -> titled.withIndex(key("a", "a"))).hasMessageContaining("twice");
        assertThatThrownBy(() -> titled.withIndex(List.of())).hasMessageContaining("no fields");
        assertThatThrownBy(() -> titled.withIndex(key("c")))
                .hasMessageContaining("no field 'c'")
                .isInstanceOf(ScaffoldException.class);
        assertThat(titled.withIndex(key("a", "b")).withIndex(key("b", "a")).indexes())
                .hasSize(2);
    }

    @Test
    void canBeSeen() {
        Resource all = Resource.of("incident");
        assertThat(all.withVerbs(Set.of(Verb.GET)).verbs()).containsExactly(Verb.GET);
        assertThat(all.withVerbs(Set.of(Verb.DELETE, Verb.LIST)).verbs()).containsExactly(Verb.LIST, Verb.DELETE);
        assertThatThrownBy(() -> all.withVerbs(Set.of(Verb.CREATE))).hasMessageContaining("neither listed nor got");
    }

    @Test
    void saysByWhatListsAreNarrowedAndSorted() {
        Resource all = resource(
                        "title:string",
                        "notes:text",
                        "severity:enum(a,b)",
                        "on:boolean",
                        "opened:timestamp",
                        "closed:timestamp",
                        "due:date",
                        "count:integer",
                        "size:integer",
                        "service:entityRef",
                        "team:entityRef",
                        "teams:entityRef[]",
                        "parent:ref(incident)?",
                        "details:json")
                .withUnique(key("title", "team"))
                .withIndex(key("opened", "count"))
                .withIndex(key("team"))
                .withIndex(key("due"));
        assertThat(named(all, all::isFilter))
                .containsExactly("title", "severity", "on", "opened", "due", "count", "service", "team", "parent");
        assertThat(named(all, all::isRange)).containsExactly("opened", "due");
        assertThat(named(all, all::isSortable)).containsExactly("title", "opened", "due", "count", "team");
        assertThat(named(all, all::needsIndex)).containsExactly("service", "parent");
        assertThat(named(all, all.references()::contains)).containsExactly("parent");
    }

    private static List<String> named(Resource resource, Predicate<Field> which) {
        return resource.fields().stream()
                .filter(which)
                .map(field -> field.name().camel())
                .toList();
    }
}
