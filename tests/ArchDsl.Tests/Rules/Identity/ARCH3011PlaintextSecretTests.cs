namespace ArchDsl.Tests.Rules.Identity;

public sealed class ARCH3011PlaintextSecretTests : RuleTests
{
    // Put together at run time, so that no scanner takes them for real ones.
    private static readonly string AccessKey = "AKIA" + "J5Q7Z3M2X9W4T6RB";

    public static TheoryData<string, string, string> Secrets => new()
    {
        { "DB_PASSWORD", "hunter2", "a secret by its name" },
        { "db_password", "hunter2", "a secret by its name" },
        { "PASSWORD", "1234", "a secret by its name" },
        { "MYSQL_PWD", "hunter2", "a secret by its name" },
        { "PGPASSWORD", "hunter2", "a secret by its name" },
        { "DbPassword", "hunter2", "a secret by its name" },
        { "DB_PASS", "hunter2", "a secret by its name" },
        { "OPENAI_KEY", "sk-proj-" + new string('a', 24), "an API key" },
        { "MAPS", "AIza" + new string('a', 35), "a Google API key" },
        { "SECRET_KEY", "django-insecure-1a2b3c", "a secret by its name" },
        { "STRIPE_API_KEY", "key-1a2b3c", "a secret by its name" },
        { "Smtp__Password", "hunter2", "a secret by its name" },
        { "SESSION_SECRET", "/Jq+8Hn2/x==", "a secret by its name" },
        { "KEY_ID", AccessKey, "an AWS access key" },
        { "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI", "a static AWS key, which its role makes needless" },
        { "CONFIG", "{ \\\"id\\\": \\\"" + AccessKey + "\\\" }", "an AWS access key" },
        { "CERT", "-----BEGIN RSA " + "PRIVATE KEY-----", "a private key" },
        { "CERT", "-----BEGIN " + "PRIVATE KEY-----", "a private key" },
        { "GIT", "ghp_" + new string('a', 36), "a GitHub token" },
        { "HOOK", "xoxb-" + new string('1', 24), "a Slack token" },
        { "PAY", "sk_live_" + new string('a', 24), "a Stripe key" },
        { "DATABASE_URL", "postgres://shop:hunter2@db:5432/shop", "a URL with a password" },
        { "REDIS", "rediss://:hunter2@cache:6379", "a URL with a password" },
        { "ConnectionStrings__Main", "Server=db;User Id=sa;Password=hunter2;", "a connection string with a password" },
    };

    [Theory, MemberData(nameof(Secrets))]
    public Task Secret_IsReported(string name, string value, string what) => VerifyAsync(
        Program($"Env(\"{name}\", {{|#0:\"{value}\"|}})"),
        [Finding($"Api gets {name} in plain text: it looks like {what}, and stands in the source, the template and the console for everybody who may look. Change the secret, keep it in a class with [Secret], and pass it with [InjectSecret<T>(\"{name}\")].", 0)]);

    [Theory]
    [InlineData("DB_PASSWORD", "")]
    [InlineData("DB_PASSWORD", "<password>")]
    [InlineData("DB_PASSWORD", "changeme")]
    [InlineData("DB_PASSWORD", "your-password-here")]
    [InlineData("DB_PASSWORD", "${DB_PASSWORD}")]
    [InlineData("DB_PASSWORD_FILE", "hunter2")]
    [InlineData("DB_PASSWORD", "/run/secrets/db")]
    [InlineData("PASSWORD_MIN_LENGTH", "12")]
    [InlineData("REQUIRE_PASSWORD", "true")]
    [InlineData("SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-1a2b3c")]
    [InlineData("APP_SECRET", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-1a2b3c")]
    [InlineData("MAX_TOKEN", "4096")]
    [InlineData("CSRF_TOKEN", "X-CSRF-Token")]
    [InlineData("BYPASS", "internal")]
    [InlineData("TOKEN_URL", "https://login.example.com/token")]
    [InlineData("REFRESH_TOKEN", "https://login.example.com/token")]
    [InlineData("NEXT_PUBLIC_MAP_TOKEN", "map-1a2b3c")]
    [InlineData("STRIPE_API_KEY", "pk_live_1a2b3c4d5e6f7g8h")]
    [InlineData("PWD", "/app/shop")]
    [InlineData("OLDPWD", "home")]
    [InlineData("MONKEY", "banana")]
    [InlineData("KEY_ID", "AKIAIOSFODNN7EXAMPLE")]
    [InlineData("NAME", "TAKIAJ5Q7Z3M2X9W4T6RB")]
    [InlineData("DATABASE_URL", "postgres://shop@db:5432/shop")]
    [InlineData("DATABASE_URL", "postgres://shop:${PASSWORD}@db:5432/shop")]
    [InlineData("SITE", "https://example.com/a:b@c")]
    [InlineData("ConnectionStrings__Main", "Server=db;Integrated Security=true;")]
    [InlineData("ALLOWED_HOSTS", "*")]
    public Task Setting_IsNotReported(string name, string value) => VerifyAsync(Program($"Env(\"{name}\", \"{value}\")"));

    [Fact]
    public Task Reference_IsNotReported() => VerifyAsync(Program("InjectSecret<Key>(\"DB_PASSWORD\"), Uses<Key>(Env = \"API_TOKEN\")"));

    private static string Program(string attribute) =>
        $"[Vpc, PublicSubnet] public partial class Shop {{ [Fargate(Image = \"i\"), {attribute}] public partial class Api; [Secret] public partial class Key; }}";
}
