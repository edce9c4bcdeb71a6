# must-compile: P.handle_comment, P.handle_data, P.handle_endtag, P.handle_starttag
import html
import html.parser
import urllib.parse as u


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


r = u.urlparse("https://user:pw@host.example:8080/a/b;p?q=1&r=2#frag")
print(r, r.hostname, r.port, r.username, r.geturl(), u.urlsplit("//h/p?x").query, u.urlunparse(r) == r.geturl(), attempt(lambda: u.urlsplit("http://h:x/").port), attempt(u.urlsplit, "http://[bad/"))
print(u.quote("a b/ü&=?"), u.quote_plus("a b&"), u.unquote("a%20b%C3%BC"), u.unquote_plus("a+b"), u.urlencode({"a": 1, "b": "x y", "c": ["p", "q"]}, doseq=True), u.parse_qs("a=1&a=2&b=&c"), u.parse_qsl("a=1&b=2", keep_blank_values=True), u.urljoin("http://a/b/c/d", "../e"), u.urljoin("http://a/b", "//c/d"), u.urljoin("http://a/b?x", "?y"), u.quote(b"\xff"), u.unquote("%ff"), u.unquote_to_bytes("%ffa"), u.urldefrag("a#b"), u.quote("é", encoding="latin-1"), u.quote("~_-."))
print(html.escape("<a href='x'>&\"</a>"), html.unescape("&lt;&amp;&#65;&#x42;&eacute;&nope;&copy"), html.escape("'", quote=False))


class P(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs)

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", data)


P().feed("<p class=a id='b'>Hi &amp; <b>bold</b><br/><!-- c --></p>")
import ipaddress
print(ipaddress.ip_address("192.168.0.1"), ipaddress.ip_network("10.0.0.0/30").num_addresses, list(ipaddress.ip_network("10.0.0.0/30").hosts()), ipaddress.ip_address("::1").is_loopback, attempt(ipaddress.ip_address, "300.1.1.1"), ipaddress.ip_address("10.0.0.1") in ipaddress.ip_network("10.0.0.0/8"))
import email.message
import email
m = email.message_from_string("From: a@b\nSubject: =?utf-8?q?h=C3=A9?=\nTo: x\n\nbody text\n")
print(m["from"], m["Subject"], m.get_payload(), m.keys(), email.message.EmailMessage().is_multipart())
import http
print(http.HTTPStatus(404), http.HTTPStatus.OK.phrase, http.HTTPMethod.GET)
import mimetypes
print(mimetypes.guess_type("a.html"), mimetypes.guess_extension("text/plain"))
