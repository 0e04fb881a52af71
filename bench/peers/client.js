// The same small helper for every peer page. Contract: bench/README.md, "What a page must do".
(function () {
  var q = new URLSearchParams(location.search);
  window.bench = {
    n: +(q.get('n') || 100),
    param: function (k, d) { return q.has(k) ? q.get(k) : d; },
    load: function () {
      return fetch('/data/events-' + window.bench.n + '.json').then(function (r) {
        if (!r.ok) throw new Error('no data: ' + r.status);
        return r.json();
      }).then(function (d) { performance.mark('bench:data'); return d.events; });
    },
    // Call when the events are in the document (or canvas): marks the end of the frame that draws them.
    ready: function () {
      requestAnimationFrame(function () {
        var c = new MessageChannel();
        c.port1.onmessage = function () { performance.mark('bench:ready'); };
        c.port2.postMessage(0);
      });
    }
  };
})();
