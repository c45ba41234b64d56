//DEPS com.h2database:h2-mvstore:2.3.232
@Grab('org.jspecify:jspecify:1.0.0')
import org.h2.mvstore.MVMap
import org.jspecify.annotations.Nullable

println MVMap.simpleName + Nullable.simpleName
