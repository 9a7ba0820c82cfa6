namespace ArchDsl.Tests.Rules.Identity;

public sealed class ARCH3012SecretInUserDataTests : RuleTests
{
    // Put together at run time, so that no scanner takes them for real ones.
    private static readonly string AccessKey = "AKIA" + "J5Q7Z3M2X9W4T6RB";

    public static TheoryData<string, string, int> Scripts => new()
    {
        { $"#!/bin/bash\nset -e\naws configure set aws_access_key_id {AccessKey}\n", "an AWS access key", 3 },
        { "#!/bin/bash\r\nexport DB_PASSWORD=hunter2\r\n", "the value of DB_PASSWORD", 2 },
        { "  API_KEY='key-1a2b3c' # for the mails\n", "the value of API_KEY", 1 },
        { "SECRET=\"key 1a2b3c\"", "the value of SECRET", 1 },
        { "cat > key.pem <<X\n-----BEGIN OPENSSH " + "PRIVATE KEY-----\n", "a private key", 2 },
        { "git clone https://bot:hunter2@git.shop.internal/shop.git", "a URL with a password", 1 },
    };

    [Theory, MemberData(nameof(Scripts))]
    public Task Secret_IsReported(string script, string what, int line) => VerifyAsync(
        Program("{|#0:UserDataFile = \"setup.sh\"|}"),
        [Finding($"The script setup.sh of Host holds {what} in line {line}: everybody who may describe the instance reads it, and so does every program on it. Change the secret, keep it in a class with [Secret], and let the script fetch it with the instance's role.", 0)],
        state => state.AdditionalFiles.Add(("/0/project/setup.sh", script)));

    [Theory]
    [InlineData("#!/bin/bash\necho hello\n")]
    [InlineData("DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db --query SecretString --output text)\n")]
    [InlineData("DB_PASSWORD=\"$1\"\n")]
    [InlineData("DB_PASSWORD=`cat /run/db`\n")]
    [InlineData("DB_PASSWORD=\n")]
    [InlineData("PASSWORD_FILE=/run/secrets/db\n")]
    [InlineData("if [ \"$PASSWORD\" = hunter2 ]; then exit; fi\n")]
    [InlineData("aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE\n")]
    [InlineData("")]
    public Task Script_IsNotReported(string script) => VerifyAsync(
        Program("UserDataFile = \"setup.sh\""), project: state => state.AdditionalFiles.Add(("/0/project/setup.sh", script)));

    [Fact]
    public Task NoScript_IsNotReported() => VerifyAsync(Program("StorageGiB = 8"));

    private static string Program(string argument) => $"[Vpc, PublicSubnet, Ec2(\"t3.micro\", {argument})] public partial class Host;";
}
