package nl.mkba.file.format;

import java.util.Map;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Outlook;
import nl.mkba.text.Text;

/** A future in which the alternatives may find themselves, under {@code outlooks}. */
final class OutlookFormat {

    private static final Key<Text> NAME = Key.of("name", Kind.WORDS, "Hoe mensen het noemen.", "What people call it.");
    private static final Key<Value> DISCOUNTING = Key.of(
            "discounting",
            Kind.written("discounting"),
            "Het discontobeleid in plaats van dat van het scenario.",
            "The policy instead of the scenario's.");
    private static final Keys KEYS = Keys.of(NAME, ReplacementFormat.SET, DISCOUNTING);

    private OutlookFormat() {}

    static Outlook read(String id, Value value, DiscountingFormat discounting) {
        Section keys = value.section(KEYS);
        Outlook.Builder built = Outlook.builder(id).name(keys.optional(NAME));
        ReplacementFormat.set(keys).forEach(built::set);
        return built.discounting(keys.read(DISCOUNTING, discounting::read)).build();
    }

    static Node write(Outlook outlook) {
        DiscountPolicy discounting = outlook.discounting();
        return new MapBuilder()
                .put(NAME, outlook.name())
                .each(ReplacementFormat.SET, outlook.set(), ReplacementFormat::write)
                .put(DISCOUNTING, discounting == null ? null : DiscountingFormat.write(discounting))
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(NAME, "Crisis", "Discount rate of 2021", "Discontovoet van 2021")
                .like(DISCOUNTING, "nl_2021")
                .entries();
    }
}
