package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.appraisal.QualityShare;
import org.jspecify.annotations.Nullable;

/** What a result rests on, as a tree. */
final class QualityTree {

    private QualityTree() {}

    static List<@Nullable Object> of(List<QualityShare> shares) {
        List<@Nullable Object> tree = new ArrayList<>(shares.size());
        for (QualityShare share : shares) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("quality", share.quality().id());
            one.put("parameters", share.parameters());
            one.put("costs", share.costs());
            one.put("benefits", share.benefits());
            if (share.variance().isPresent()) {
                one.put("variance", share.variance().getAsDouble());
            }
            tree.add(one);
        }
        return tree;
    }
}
