package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.backstagegen.ScaffoldException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept already has to be able to have what is new. */
class EvolutionTest {

    private static final Resource ITEM = Resource.of("item").withFields(List.of(Field.parse("title:string")));

    private static Resource item(String... fields) {
        return Resource.of("item")
                .withFields(List.of(fields).stream().map(Field::parse).toList());
    }

    private static ScaffoldException refusal(Resource now) {
        return catchThrowableOfType(ScaffoldException.class, () -> Evolution.check(List.of(ITEM), List.of(now)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dueOn:date          | Let it be empty, as dueOn:date?",
                "tags:enum(a,b)[]    | Let it be empty, as tags:enum(a,b)[]?",
                "size:integer        | Let it be empty, as size:integer?, or give it a default, as size:integer=0",
                "open:boolean        | Let it be empty, as open:boolean?, or give it a default, as open:boolean=false",
                "level:enum(low,mid) | Let it be empty, as level:enum(low,mid)?, or give it a default, as level:enum(low,mid)=low",
            })
    void whatIsNewMustBeAbleToBeMissing(String field, String hint) {
        ScaffoldException refusal = refusal(item("title:string", field));
        assertThat(refusal.kind()).isEqualTo(ScaffoldException.Kind.USAGE);
        assertThat(refusal)
                .hasMessage("The resource 'item' is there already, and what is kept has no '"
                        + field.substring(0, field.indexOf(':')) + "'.");
        assertThat(refusal.hint()).isEqualTo(hint);
    }

    @Test
    void whatMayBeMissingIsTaken() {
        assertThatCode(() ->
                        Evolution.check(List.of(ITEM), List.of(item("title:string", "dueOn:date?", "size:integer=3"))))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingIsAskedOfAResourceThatIsNew() {
        assertThatCode(() -> Evolution.check(List.of(), List.of(item("title:string", "dueOn:date"))))
                .doesNotThrowAnyException();
    }

    @Test
    void rowsThatBeginAlikeAreNotUnique() {
        Resource now = item("title:string", "size:integer=3");
        assertThat(refusal(now.withUnique(List.of(Field.name("size")))))
                .hasMessageContaining("would begin with the same size, which is to be unique");
        assertThatCode(() -> Evolution.check(
                        List.of(ITEM), List.of(now.withUnique(List.of(Field.name("title"), Field.name("size"))))))
                .doesNotThrowAnyException();
    }
}
