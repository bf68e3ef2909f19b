#!/bin/sh
# Checks what a pull of a container image from Huawei Cloud SWR turns on, and prints it as plain lines.
#
#   sh check.sh swr.cn-north-4.myhuaweicloud.com/my-org/nginx:v1
#
# It changes nothing. It asks no host but the registry in the address (through your proxy, if one is set), the token
# endpoint only where that is on the same host, and follows no redirect. A login is used only where the Docker or
# Podman configuration holds it as text; it is never a command's argument and never printed: of an access key (AK) you
# see four characters, of passwords and tokens nothing. The scheme http:// is for a registry on this machine alone:
# http://127.0.0.1:5000/my-org/nginx:v1. Exit status: 0 nothing wrong, 1 something is, 2 no address to check.

LC_ALL=C
export LC_ALL
umask 077
set -f
tab=$(printf '\t')
nl='
'
errors='' secrets=''

# --- text

# Standard input as one short line: without control, direction and invisible characters, and without secrets.
clean() {
  rest=$(tr '\n\r\t' '   ' | tr -d '\000-\037\177' |
    awk '{ gsub(/\302[\200-\237]|\342\200[\213-\217\250-\256]|\342\201[\240-\257]|\357\273\277/, ""); sub(/ +$/, ""); print }')
  for secret in $secrets; do
    shown=''
    while [ "${#secret}" -gt 3 ]; do
      case $rest in *"$secret"*) ;; *) break ;; esac
      shown="$shown${rest%%"$secret"*}[hidden]"
      rest=${rest#*"$secret"}
    done
    rest=$shown$rest
  done
  printf '%.400s' "$rest"
}
say() { printf '%s: %s\n' "$1" "$(printf '%s' "$2" | clean)"; }
# Keeps for the end what is wrong, each thing once: `error` in the words that clients print, `warning` in our own.
note() {
  line="$1: $(printf '%s' "$2" | clean)"
  case $nl$errors in *"$nl$line$nl"*) ;; *) errors=$errors$line$nl ;; esac
}
has() { command -v "$1" >/dev/null 2>&1; }
# Runs a command, for ten seconds at most where there is `timeout`.
briefly() { if has timeout; then timeout 10 "$@"; else "$@"; fi; }
# The address of a proxy without its user name and password.
masked() { printf '%s' "$1" | sed 's#^\([A-Za-z0-9+.-]*://\)\{0,1\}.*@#\1***@#'; }

# The values of a JSON text, one a line: keys joined by |, a tab, the value. Bears texts that are cut off or no JSON.
flat() {
  tr '\n\r\t' '   ' | awk '
    function value(text,  path, i) {
      for (i = 1; i <= depth; i++) path = path (i > 1 ? "|" : "") key[i]
      print path "\t" text
      isValue = 0
    }
    {
      while (match($0, /"([^"\\]|\\.)*"|[][{}:,]|[^][{}:," ]+/)) {
        token = substr($0, RSTART, RLENGTH)
        $0 = substr($0, RSTART + RLENGTH)
        isText = token ~ /^"/
        if (isText) { token = substr(token, 2, length(token) - 2); gsub(/\\[nrt]/, " ", token); gsub(/\\/, "", token) }
        if (isText && kind[depth] == "{" && !isValue) key[depth] = token
        else if (isText) value(token)
        else if (token ~ /^[[{]$/) { kind[++depth] = token; key[depth] = token == "[" ? 0 : ""; isValue = 0 }
        else if (token ~ /^[]}]$/) { if (depth > 0 && key[depth--] "" == "") value("") }
        else if (token == ":") isValue = 1
        else if (token == ",") { isValue = 0; if (kind[depth] == "[") key[depth]++ }
        else value(token)
      }
    }'
}
# The first value of the flat text on standard input whose last key matches an expression.
first() { sed -n "s/^\(.*|\)\{0,1\}\($1\)$tab//p" | head -n 1; }

# --- the address

[ -n "${1-}" ] || { echo 'usage: sh check.sh HOST/ORGANIZATION/REPOSITORY:TAG' >&2; exit 2; }
image=$1 scheme=https
if printf '%s' "$image" | grep -Eq '^http://(127(\.[0-9]{1,3}){3}|localhost|\[::1\])(:[0-9]+)?/'; then
  scheme=http image=${image#http://}
fi
case $image in *://*)
  note error "invalid reference format: $image: an image address has no ${image%%://*}://"
  image=${image#*://} ;;
esac
host=${image%%/*} name=${image#*/} digest='' tag=''
case $name in *@*) digest=${name#*@} name=${name%%@*} ;; esac
case ${name##*/} in *:*) tag=${name##*:} name=${name%:*} ;; esac
organization=${name%%/*} repository=${name#*/}
[ "$name" != "$organization" ] || { organization='' repository=$name; }

echo 'swr check 1'
say time "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
say zone "$(date '+%z %Z')"
say address "$host/$name${tag:+:$tag}${digest:+@$digest}"
case $image in */*) ;; *) host='' ;; esac
case $host in *.* | *:* | localhost) ;; *)
  note error "The push refers to repository [docker.io/$image]: the address names no registry, so clients ask docker.io"
  host='' ;;
esac
if [ -n "$host" ] && ! printf '%s' "$host" | grep -Eq '^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(:[0-9]{1,5})?$'; then
  note error "invalid reference format: $host is no host name"
  host=''
fi

# Prints a name and what it breaks of the rules for its kind: those of the site's naming aid.
rule() {
  kind=$1 text=$2 longest=$3 broken=''
  breaks() { broken="$broken${broken:+, }$1"; }
  [ -n "$text" ] || breaks 'is missing'
  [ "${#text}" -le "$longest" ] || breaks "is longer than $longest characters"
  case $kind:$text in
    tag:[.-]*) breaks 'begins with . or -' ;;
    tag:* | *:) ;;
    organization:library) breaks 'is reserved' ;;
    organization:[!a-z]*) breaks 'does not begin with a lower-case letter' ;;
    repository:[!a-z0-9]*) breaks 'does not begin with a lower-case letter or digit' ;;
  esac
  case $text in *[!a-zA-Z0-9._/-]*) breaks 'has characters other than letters, digits and . _ -' ;; esac
  if [ "$kind" != tag ]; then
    case $text in *[A-Z]*) breaks 'must be lowercase' ;; esac
    case $text in *[!a-z0-9]) breaks 'does not end with a lower-case letter or digit' ;; esac
    if printf '%s' "$text" | sed 's/[._/-]\{1,\}/<&>/g; s/<__>//g' | grep -q '<[._/-]\{2,\}>'; then
      breaks 'has separators side by side'
    fi
  fi
  say "$kind" "$text - ${broken:-ok}"
  [ -z "$broken" ] || note error "invalid reference format: repository name ($name${tag:+:$tag}): the $kind $broken"
  names=$names$broken
}
names=''
if [ -n "$host" ]; then
  rule organization "$organization" 64
  rule repository "$repository" 128
  [ -n "$digest$tag" ] || tag=latest
  [ -z "$tag" ] || rule tag "$tag" 128
fi
reference=${digest:-$tag}
case $digest in *[!A-Za-z0-9:]*) names="$names digest"; note error "invalid reference format: $digest is no digest" ;; esac

# --- this machine

for client in docker nerdctl containerd ctr crictl podman buildah skopeo; do
  has "$client" && say "client $client" "$(briefly "$client" --version 2>/dev/null </dev/null | head -n 1)"
done
say 'run as' "$([ "$(id -u)" = 0 ] && echo root || echo 'not root') on $(uname -s) $(uname -m)"
architecture=$(uname -m | sed 's/^x86_64$/amd64/; s/^aarch64$/arm64/')
data=''
if has docker; then
  # Not a daemon elsewhere: this script asks no host but the registry.
  daemon=${DOCKER_HOST:-$(briefly docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null)}
  case $daemon in
    '' | unix://* | npipe://*)
      if info=$(briefly docker info --format '{{.ServerVersion}}|{{.Driver}}|{{.DriverStatus}}|{{.DockerRootDir}}|{{.HTTPProxy}}|{{.HTTPSProxy}}' 2>&1); then
        IFS='|' read -r version driver details data plain_proxy proxy <<END
$info
END
        store=classic
        case $details in *io.containerd.snapshotter*) store=containerd ;; esac
        say 'docker daemon' "$version"
        say 'docker image store' "$store ($driver)"
        [ -z "$plain_proxy$proxy" ] || say 'docker daemon proxy' "$(masked "$plain_proxy") $(masked "$proxy")"
      else
        say 'docker daemon' 'no answer'
        info=$(printf '%s' "$info" | grep -i 'daemon\|docker API' | tail -n 1)
        note error "${info:-Cannot connect to the Docker daemon}"
      fi
      ;;
    *) say 'docker daemon' 'on another machine, not asked' ;;
  esac
fi
for folder in "${data:-/var/lib/docker}" /var/lib/containerd /var/lib/containers; do
  [ -d "$folder" ] || continue
  free=$(df -Pk "$folder" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024) }')
  say 'free disk' "${free:-unknown} MiB in $folder"
  [ "${free:-100}" -ge 100 ] || note error "failed to register layer: write $folder: no space left on device ($free MiB free)"
done
for variable in http_proxy https_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY; do
  eval "setting=\${$variable-}"
  [ -z "$setting" ] || say "$variable" "$(masked "$setting")"
done

# --- the stored login

# Prints of a configuration file whether it holds a login for the image; keeps the first that is text in $basic.
login=none basic=''
stored() {
  [ -r "$1" ] || return 0
  entries=$(flat <"$1" 2>/dev/null)
  # The entry for the longest beginning of the image's name, as Podman has them for parts of a registry too.
  entry=$(printf '%s\n' "$entries" | sed -n "s/^auths|\([^|$tab]*\).*/\1/p" | while read -r key; do
    short=${key#*://} short=${short%/} short=${short%/v[12]}
    case $host/$name/ in "$short"/*) printf '%s %s\n' "${#short}" "$key" ;; esac
  done | sort -rn | sed -n '1s/^[0-9]* //p')
  of() { printf '%s\n' "$entries" | awk -F "$tab" -v path="$1" '$1 == path { print $2; exit }'; }
  helper=$(of "credHelpers|$host")
  [ -n "$helper" ] || { [ -z "$entry" ] || helper=$(of credsStore); }
  auth=$(of "auths|$entry|auth")
  if [ -n "$helper" ]; then
    say "login in $2" "kept by the credential helper $helper, which is not asked"
    [ "$login" = text ] || login=helper
  elif [ -n "$entry" ] && [ -n "$(of "auths|$entry|identitytoken")" ]; then
    say "login in $2" 'identity token, not used'
    [ "$login" = text ] || login=helper
  elif [ -n "$entry" ] && [ -n "$auth" ]; then
    plain=$(printf '%s' "$auth" | { base64 -d 2>/dev/null || printf '%s' "$auth" | openssl base64 -d -A 2>/dev/null; } | tr -d '\000')
    user=${plain%%:*}
    secrets="$secrets $auth ${plain#*:}"
    case $user in *@*) secrets="$secrets ${user#*@}" ;; esac
    say "login in $2" "$(kind_of "$user")"
    region=${host#swr.} region=${region%%.*}
    case $host:$user in
      swr.*:bearertoken@* | swr.*:"$region"*) ;;
      swr.*:*-*-[0-9]*@*) note warning "the stored login is for ${user%%@*}, the address is in $region" ;;
    esac
    case $auth in *[!A-Za-z0-9+/=]*) return 0 ;; esac
    [ -n "$basic" ] || { basic=$auth login=text; }
  else
    say "login in $2" 'none for this registry'
  fi
}
# The kind of a login, by its user name.
kind_of() {
  case $1 in
    bearertoken@*) echo 'enhanced login command (bearertoken)' ;;
    *-*-[0-9]*@*) printf 'login command, region %s, AK %.4s****\n' "${1%%@*}" "${1#*@}" ;;
    _token) echo 'token (_token)' ;;
    *) echo 'another user name' ;;
  esac
}
if [ -n "$host" ]; then
  stored "${DOCKER_CONFIG:-${HOME-}/.docker}/config.json" 'Docker configuration'
  for file in "${REGISTRY_AUTH_FILE:-${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/containers/auth.json}" "${HOME-}/.config/containers/auth.json"; do
    stored "$file" 'Podman configuration'
  done
  say 'login stored' "$(case $login in none) echo no ;; text) echo 'yes, used below' ;; *) echo 'yes, but not as text: asked without it' ;; esac)"
fi

# --- the registry

finish() {
  [ -n "$errors" ] || { echo 'errors: none found'; exit 0; }
  printf '%s' "$errors"
  exit 1
}
[ -n "$host" ] || finish
base=$scheme://$host
bare=${host%:*} port=${host##*:}
case $host in *:*[0-9]) ;; *) bare=$host port=443 ;; esac
if has getent; then say dns "$(getent ahosts "$bare" | awk '!seen[$1]++ { printf "%s ", $1 }')"; fi

# What words of curl or openssl about a certificate mean, in the words of clients.
certificate() {
  case $1 in
    *expired* | *'not yet valid'*) echo 'certificate has expired or is not yet valid' ;;
    *'subject name'* | *mismatch* | *'does not match'*) echo "certificate is valid for another name, not $bare" ;;
    *self-signed* | *'self signed'* | *issuer* | *'unable to verify'*) echo 'certificate signed by unknown authority' ;;
    *) printf 'certificate: %s' "$1" ;;
  esac
}
if ! has curl; then
  say http 'not asked: curl is not installed'
  if [ "$scheme" = https ] && has openssl; then
    answer=$(briefly openssl s_client -connect "$bare:$port" -servername "$bare" </dev/null 2>&1)
    for fact in issuer enddate; do
      say "tls $fact" "$(printf '%s\n' "$answer" | openssl x509 -noout "-$fact" 2>/dev/null | sed 's/^[^=]*=//')"
    done
    verified=$(printf '%s\n' "$answer" | sed -n 's/.*Verify return code: //p' | head -n 1)
    case $verified:$answer in
      '0 (ok)':*) ;;
      :*'onnection refused'*) note error "Get \"$base/v2/\": dial tcp $host: connect: connection refused" ;;
      ?*:*) [ -z "$verified" ] || note error "Get \"$base/v2/\": x509: $(certificate "$verified")" ;;
    esac
  fi
  finish
fi

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
[ "$scheme" = https ] || { no_proxy='*'; export no_proxy; }

# Asks an address: fetch URL AUTHORIZATION [OPTION…]. Leaves $status, $failure (curl's), $timing, and files in $work.
fetch() {
  url=$1 authorization=${2:+"header = \"Authorization: $2\""}
  shift 2
  rm -f "$work/head" "$work/body"
  # The login goes in by standard input, where no list of processes shows it. No answer fills the disk.
  timing=$(ulimit -f 4096; printf '%s\n' "$authorization" | curl -q -g -sS -K - --proto "=$scheme" --connect-timeout 10 \
    --max-time 20 -D "$work/head" -o "$work/body" -w '%{http_code} %{time_connect} %{time_appconnect} %{remote_ip}' \
    "$@" "$url" 2>"$work/words")
  failure=$?
  status=${timing%% *} timing=${timing#* }
  body=$(head -c 65536 "$work/body" 2>/dev/null | tr -d '\000')
  values=$(printf '%s' "$body" | flat)
  code=$(printf '%s\n' "$values" | first 'code\|errorCode\|error_code')
  message=$(printf '%s\n' "$values" | first 'message\|errorMessage\|error_msg')
}
# A header of the last answer, by its name in small letters.
header() { tr -d '\r' <"$work/head" | awk -v name="$1:" 'tolower($1) == name { sub(/^[^:]*: */, ""); print; exit }'; }
reason() {
  case $1 in
    400) echo '400 Bad Request' ;; 401) echo '401 Unauthorized' ;; 403) echo '403 Forbidden' ;;
    404) echo '404 Not Found' ;; 405) echo '405 Method Not Allowed' ;; 429) echo '429 Too Many Requests' ;;
    500) echo '500 Internal Server Error' ;; 502) echo '502 Bad Gateway' ;; 503) echo '503 Service Unavailable' ;;
    504) echo '504 Gateway Timeout' ;; *) echo "$1" ;;
  esac
}
# What is wrong with the last answer, in the words of clients; nothing when it is good.
judge() {
  what="Get \"${url%%\?*}\""
  page=''
  case $body in '<'* | ' <'*) page=yes ;; esac
  case $status in
    2??) return 0 ;;
    3??) note warning "$what: answers with a redirect ($status), which was not followed"; return 0 ;;
  esac
  known=$(printf '%s' "$code" | grep -E '^[A-Z]+(_[A-Z]+)*$' | tr 'A-Z_' 'a-z ')
  text="${known:-$code}${message:+: $message}"
  case $status in
    401 | 403) [ -n "$code" ] || text='unauthorized: authentication required' ;;
    404 | 400) ;;
    *) text="${text:+$text: }received unexpected HTTP status: $(reason "$status")" ;;
  esac
  [ -z "$page" ] || text="error parsing HTTP $status response body: invalid character '<' looking for beginning of value"
  note error "$what: ${text:-unexpected status code $(reason "$status")}"
}
# What kept the last question from being answered, in the words of clients.
unanswered() {
  words=$(tr -d '\r' <"$work/words")
  dial='dial tcp'
  case $words in *'proxy env variable '[AaHh]*) dial='proxyconnect tcp: dial tcp' ;; esac
  case $failure:$words in
    60:* | 51:*) text="x509: $(certificate "$words")" ;;
    5:*) text='proxyconnect tcp: dial tcp: lookup of the proxy: no such host' ;;
    6:*) text="dial tcp: lookup $bare: no such host" ;;
    7:*[Uu]nreachable* | 7:*'o route'*) text="$dial $host: connect: no route to host" ;;
    7:*) text="$dial $host: connect: connection refused" ;;
    28:*'Connected to'*) text='net/http: timeout awaiting response headers' ;;
    28:*) text="$dial $host: i/o timeout" ;;
    35:*'wrong version'* | 35:*'packet length'*) text='http: server gave HTTP response to HTTPS client' ;;
    35:*) text='remote error: tls: handshake failure' ;;
    52:*) text=EOF ;;
    *'from proxy after CONNECT'* | *'CONNECT tunnel failed'*) text='Proxy refused: Received HTTP code '
      text="$text$(printf '%s\n' "$words" | sed -n 's/^curl.*\(response\|code\) \([0-9]*\).*/\2/p') from proxy after CONNECT" ;;
    56:*) text="read tcp $host: read: connection reset by peer" ;;
    *) text="curl: ($failure) $(printf '%s\n' "$words" | sed -n 's/^curl: ([0-9]*) //p')" ;;
  esac
  note error "Get \"${url%%\?*}\": $text"
}

# First without a login, so that curl may tell all that it does.
fetch "$base/v2/" '' -v
connected=${timing%% *}
case $timing in 0.000000*) ;; *) say tcp "connected to ${timing##* } after $connected s" ;; esac
why=$failure
if [ "$scheme" = https ] && { [ "$why" = 0 ] || [ "$why" = 60 ] || [ "$why" = 51 ]; }; then
  cp "$work/words" "$work/first"
  # A certificate that is refused can still be read, by asking for nothing with it.
  [ "$why" = 0 ] || fetch "$base/v2/" '' -v -k -I
  say 'tls issuer' "$(sed -n 's/^\*  *issuer: *//p' "$work/words")"
  say 'tls expires' "$(sed -n 's/^\*  *expire date: *//p' "$work/words")"
  if [ "$why" != 0 ]; then
    failure=$why url=$base/v2/
    cp "$work/first" "$work/words"
  fi
fi
if [ "$failure" != 0 ]; then
  unanswered
  say '/v2/' 'no answer'
  finish
fi
realm='' service=''
challenge=$(header www-authenticate)
parameter() { printf '%s' "$challenge" | sed -n "s/.*$1=\"\([^\"]*\)\".*/\1/p"; }
case $challenge in [Bb]earer*) realm=$(parameter realm) service=$(parameter service) ;; esac
say '/v2/ status' "$(reason "$status")" | sed 's/ Unauthorized$/, asks for a login/'
say '/v2/ date' "$(header date)"
say '/v2/ realm' "${realm:-none}"
case $status:$challenge in
  200:* | 401:[Bb]*) ;;
  *) judge; finish ;;
esac
if [ -n "$names" ]; then
  say manifest 'not asked: the name breaks a rule'
  finish
fi

# Prints the last answer. Without the login that a helper keeps, being refused tells nothing.
answered() {
  if [ "$failure" != 0 ]; then unanswered; say "$1 status" 'no answer'; return; fi
  say "$1 status" "$(reason "$status")" | sed 's/: \(40[0-9]\) .*/: \1/'
  case $login:$status in helper:401 | helper:403) say "$1 error" 'not told: asked without the stored login'; return ;; esac
  [ "$status" = 200 ] || [ -z "$code$message" ] || say "$1 error" "$code $message"
  judge
}
authorization=''
case $realm:$challenge in
  :[Bb]asic*) authorization=${basic:+Basic $basic} ;;
  "$base"/*)
    fetch "$realm" "${basic:+Basic $basic}" -G --data-urlencode "service=$service" --data-urlencode "scope=repository:$name:pull"
    answered token
    token=$(printf '%s\n' "$values" | first 'token\|access_token')
    case $token in *[!A-Za-z0-9._~+/=-]*) token='' ;; esac
    secrets="$secrets $token" authorization=${token:+Bearer $token}
    [ "$status$token" != 200 ] || note error "Get \"$realm\": authorization server did not include a token in the response"
    [ -n "$token" ] || finish
    ;;
  ?*:*) say token 'not asked: its realm is on another host' ;;
esac
types=application/vnd.docker.distribution.manifest
oci=application/vnd.oci.image
fetch "$base/v2/$name/manifests/$reference" "$authorization" \
  -H "Accept: $types.v2+json, $types.list.v2+json, $oci.manifest.v1+json, $oci.index.v1+json"
answered manifest
[ "$status" = 200 ] || finish
type=$(header content-type)
say 'manifest media type' "$type"
case $type in
  *manifest.v1+*) note error "media type \"${type%%;*}\" is no longer supported" ;;
  *manifest.list.* | *image.index.*)
    platforms=$(printf '%s\n' "$values" | sed -n "s/.*|architecture$tab//p" | tr '\n' ' ')
    say 'manifest platforms' "$platforms"
    case " $platforms " in
      *" $architecture "*) ;;
      *) note error "no matching manifest for linux/$architecture in the manifest list entries" ;;
    esac
    ;;
  *text/html*) note error "$base/v2/: unsupported manifest media type and no default available: text/html" ;;
esac
finish
