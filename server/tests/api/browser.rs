//! A browser without script: it keeps cookies, follows what it is told to, fills in forms and sends them as they are.

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Method, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// Somebody's browser.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    site: String,
    from: Option<String>,
    window: bool,
}

/// A page as it came.
#[derive(Clone, Debug)]
pub struct Page {
    pub status: StatusCode,
    /// Its path and query.
    pub path: String,
    /// Where the answer sends one, if it does.
    pub location: Option<String>,
    pub headers: reqwest::header::HeaderMap,
    pub html: String,
}

/// A form of a page, being filled in.
#[derive(Clone, Debug)]
pub struct Form {
    action: String,
    fields: Vec<(String, String)>,
}

/// What asks a portal of the tests, and follows nothing by itself. It trusts no certificate, for nothing here has one, and
/// reading those of the machine takes longer than most stories.
pub fn client() -> ClientBuilder {
    Client::builder().redirect(Policy::none()).no_proxy().tls_certs_only([])
}

impl Browser {
    pub fn new(site: &str) -> Self {
        Self::with(client().cookie_store(true), site)
    }

    fn with(client: ClientBuilder, site: &str) -> Self {
        Self {
            client: client.build().unwrap(),
            site: site.to_owned(),
            from: None,
            window: false,
        }
    }

    /// The same, saying as new browsers do that its answers go into a window, which has a way back.
    pub fn in_a_window(mut self) -> Self {
        self.window = true;
        self
    }

    /// The same, at another address.
    pub fn coming_from(mut self, address: &str) -> Self {
        self.from = Some(address.to_owned());
        self
    }

    /// The same, at a portal that runs somewhere else.
    pub fn at(mut self, site: &str) -> Self {
        site.clone_into(&mut self.site);
        self
    }

    /// A browser that somebody is signed in with: it holds the token of a session.
    pub fn holding(site: &str, token: &str) -> Self {
        let mut headers = reqwest::header::HeaderMap::new();
        headers.insert("cookie", format!("zhida={token}").parse().unwrap());
        Self::with(client().default_headers(headers), site)
    }

    /// The page at a path, after every redirect.
    pub async fn open(&self, path: &str) -> Page {
        let page = self.get(path).await;
        self.follow(page).await
    }

    /// One answer, as it came.
    pub async fn get(&self, path: &str) -> Page {
        self.ask(Method::GET, path, None).await
    }

    /// Fields sent to an address, as it came.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let fields: Vec<(String, String)> = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        self.ask(Method::POST, path, Some(fields)).await
    }

    /// Sends a form and follows where it leads.
    pub async fn send(&self, form: Form) -> Page {
        let page = self.ask(Method::POST, &form.action, Some(form.fields)).await;
        self.follow(page).await
    }

    /// Sends a form; the answer as it came.
    pub async fn send_only(&self, form: Form) -> Page {
        self.ask(Method::POST, &form.action, Some(form.fields)).await
    }

    /// Sends a form with a file, as browsers send `multipart/form-data`; a field without a chosen file goes empty.
    pub async fn upload(&self, form: Form, field: &str, file: Option<(&str, Vec<u8>)>) -> Page {
        let mut parts = reqwest::multipart::Form::new();
        for (name, value) in form.fields {
            parts = parts.text(name, value);
        }
        let (name, bytes) = file.unwrap_or_default();
        let part = reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned());
        let path = form.action.split('#').next().unwrap_or_default();
        let request = self
            .client
            .post(format!("{}{path}", self.site))
            .header("accept-language", "zh-CN");
        let answer = request
            .multipart(parts.part(field.to_owned(), part))
            .send()
            .await
            .unwrap();
        let page = Page::of(path, answer).await;
        self.follow(page).await
    }

    /// A file at a path, as its bytes.
    pub async fn file(&self, path: &str) -> Vec<u8> {
        let answer = self.client.get(format!("{}{path}", self.site)).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        answer.bytes().await.unwrap().to_vec()
    }

    /// Goes where an answer sends one.
    pub async fn follow(&self, mut page: Page) -> Page {
        for _ in 0..8 {
            match page.location.clone() {
                Some(location) if page.status.is_redirection() => page = self.get(&location).await,
                _ => return page,
            }
        }
        panic!("redirected in circles at {}", page.path);
    }

    async fn ask(&self, method: Method, path: &str, fields: Option<Vec<(String, String)>>) -> Page {
        let path = path.split('#').next().unwrap_or_default();
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.site))
            .header("accept-language", "zh-CN");
        if let Some(from) = &self.from {
            request = request.header("x-forwarded-for", from);
        }
        if self.window {
            request = request.header("sec-fetch-mode", "navigate");
        }
        if let Some(fields) = fields {
            request = request.form(&fields);
        }
        Page::of(path, request.send().await.unwrap()).await
    }
}

impl Page {
    async fn of(path: &str, answer: reqwest::Response) -> Self {
        let location = answer.headers().get("location");
        Self {
            status: answer.status(),
            path: path.to_owned(),
            location: location.map(|value| value.to_str().unwrap().to_owned()),
            headers: answer.headers().clone(),
            html: answer.text().await.unwrap(),
        }
    }

    fn document(&self) -> Html {
        Html::parse_document(&self.html)
    }

    /// The words of the first element that fits, without spaces at its ends; empty if there is none.
    pub fn text(&self, selector: &str) -> String {
        let document = self.document();
        let found = document.select(&Selector::parse(selector).unwrap()).next();
        found.map(|element| words(&element)).unwrap_or_default()
    }

    /// The words of every element that fits.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let document = self.document();
        document
            .select(&Selector::parse(selector).unwrap())
            .map(|element| words(&element))
            .collect()
    }

    /// An attribute of every element that fits.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let document = self.document();
        let selector = Selector::parse(selector).unwrap();
        let found = document.select(&selector);
        found
            .filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }

    pub fn has(&self, selector: &str) -> bool {
        self.document()
            .select(&Selector::parse(selector).unwrap())
            .next()
            .is_some()
    }

    /// The main form, as it would be sent untouched.
    pub fn form(&self) -> Form {
        self.form_at("main form[method=post]")
    }

    /// A form of this page.
    pub fn form_at(&self, selector: &str) -> Form {
        let document = self.document();
        let form = document.select(&Selector::parse(selector).unwrap()).next();
        let form = form.unwrap_or_else(|| panic!("no form {selector} on {}:\n{}", self.path, self.html));
        let mut fields = Vec::new();
        for input in form.select(&Selector::parse("input, textarea").unwrap()) {
            let name = input.attr("name").unwrap_or_default().to_owned();
            let kind = input.attr("type").unwrap_or("text");
            let checkable = matches!(kind, "radio" | "checkbox");
            if name.is_empty()
                || matches!(kind, "submit" | "button" | "file")
                || (checkable && input.attr("checked").is_none())
            {
                continue;
            }
            let value = match input.value().name() {
                "textarea" => input.text().collect(),
                _ => input
                    .attr("value")
                    .unwrap_or(if checkable { "on" } else { "" })
                    .to_owned(),
            };
            fields.push((name, value));
        }
        Form {
            action: form.attr("action").map_or_else(|| self.path.clone(), str::to_owned),
            fields,
        }
    }
}

impl Form {
    /// Types into a field, or chooses among radios: the only value under that name.
    #[must_use]
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.with(name, value)
    }

    /// Ticks a box, or presses a button that has a name.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Takes a tick away.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    /// Sends it elsewhere, as a button may say.
    #[must_use]
    pub fn sent_to(mut self, address: &str) -> Self {
        address.clone_into(&mut self.action);
        self
    }

    /// What would be sent under a name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn action(&self) -> &str {
        &self.action
    }
}

fn words(element: &ElementRef<'_>) -> String {
    element
        .text()
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
