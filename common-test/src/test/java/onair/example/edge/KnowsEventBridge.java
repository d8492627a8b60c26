package onair.example.edge;

import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

record KnowsEventBridge(EventBridgeClient client) {}
