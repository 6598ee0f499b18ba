// Listens to the server once for all tabs.
"use strict";
let last;
const tabs = new BroadcastChannel("rebond-live");
const events = new EventSource("/_rebond/events");
events.onmessage = (event) => {
  last = event.data;
  tabs.postMessage(last);
};
// What a server said that is gone is not true of the next one.
events.onerror = () => {
  last = undefined;
};
onconnect = (event) => {
  if (last !== undefined) {
    event.ports[0].postMessage(last);
  }
};
