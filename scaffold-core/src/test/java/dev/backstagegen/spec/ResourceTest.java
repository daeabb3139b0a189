package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
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
        "class,Class",
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
}
