package org.articlerecommender.training;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.articlerecommender.platform.OperatorOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/models/live")
@OperatorOnly
@Tag(name = "Models", description = "For the operator")
class LiveResource {

    private final LiveLists live;

    LiveResource(LiveLists live) {
        this.live = live;
    }

    @GET
    @Operation(
            summary = "How the models in live lists do",
            description = "The challenger's win rate in interleaved lists, and the share of lines answered before and"
                    + " after the last promotion, each with its interval")
    public LiveLists.Standing standing() {
        return live.now();
    }
}
