//! The body of an answer, piece by piece, so that what arrives can be counted and read while more is on its way; and the pauses
//! in which the main thread is given back.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::now;

/// Bytes copied at once.
const PIECE: u32 = 32 * 1024;
/// Milliseconds of work after which the main thread is given back. Every piece is small, so that even on a machine four times
/// as slow no task comes near 50.
pub(super) const SLICE: f64 = 8.0;

/// An answer's body.
pub(super) struct Body {
    reader: ReadableStreamDefaultReader,
    /// How many bytes it has, where that is known.
    pub(super) total: Option<f64>,
    /// How many have arrived.
    pub(super) arrived: f64,
    /// When the present slice of work began.
    began: f64,
}

impl Body {
    /// The body of an answer; `None` where it has none.
    pub(super) fn of(response: &Response) -> Option<Body> {
        let header = |name: &str| response.headers().get(name).ok().flatten();
        // The length of a compressed body is not that of what comes out of it.
        let length = header("content-length").filter(|_| header("content-encoding").is_none());
        let reader = response.body()?.get_reader().dyn_into().ok()?;
        let total = length.and_then(|length| length.parse::<u32>().ok()).map(f64::from);
        Some(Body { reader, total: total.filter(|total| *total > 0.0), arrived: 0.0, began: now() })
    }

    /// Hands over what has arrived next, in small pieces; `false` at the end. `told` is called before each pause.
    ///
    /// # Errors
    /// The connection broke, or was stopped.
    pub(super) async fn next(
        &mut self,
        mut take: impl FnMut(&[u8]),
        told: impl Fn(&Body),
    ) -> Result<bool, JsValue> {
        let step = JsFuture::from(self.reader.read()).await?;
        if Reflect::get(&step, &"done".into())?.is_truthy() {
            return Ok(false);
        }
        let bytes: Uint8Array = Reflect::get(&step, &"value".into())?.dyn_into()?;
        let mut piece = Vec::new();
        let mut from = 0;
        while from < bytes.length() {
            let to = (from + PIECE).min(bytes.length());
            piece.resize((to - from) as usize, 0);
            bytes.subarray(from, to).copy_to(&mut piece);
            take(&piece);
            self.arrived += f64::from(to - from);
            from = to;
            if now() - self.began > SLICE {
                told(self);
                pause().await?;
                self.began = now();
            }
        }
        Ok(true)
    }
}

/// Gives the main thread back until it has nothing else to do at once.
pub(super) async fn pause() -> Result<(), JsValue> {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        super::next_task(move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
    });
    JsFuture::from(promise).await.map(|_| ())
}
