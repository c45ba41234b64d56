package sst.constructs.construct;

import java.util.Map;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionProps;

/** One class of constructs: which functions it has, known from the model alone, and how the CDK makes it. */
public interface ConstructType {
    /** Makes it. */
    AppConstruct make(ConstructModel model, StackSite site);

    /** The line that names one of its functions. */
    default SourceRef at(ConstructModel model, String key) {
        return model.at();
    }

    /** The functions that it makes, by key, with all defaults merged in. */
    default Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        return Map.of();
    }
}
