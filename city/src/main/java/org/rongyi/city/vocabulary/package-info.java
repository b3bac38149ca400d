/// What every room speaks: credit codes, area codes, the city's folder and what is wrong in it,
/// announcements; and three small tools that none of them should have for itself: a literal text in a search
/// ([LikePattern]), what kind of paper somebody brought ([PaperFile]), a thread that waits for news
/// ([Watch]).
///
/// **Rule.** No state of the city and no knowledge of any room.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rongyi.city.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
