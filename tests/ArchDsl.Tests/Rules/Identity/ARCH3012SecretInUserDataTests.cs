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
        { "mysql -h db -u root -pkirsche-7 shop < schema.sql", "a password on the command line of mysql", 1 },
        { "mysqldump -u root \\\n  -p'kirsche $7' shop", "a password on the command line of mysql", 2 },
        { "mysqladmin --password=kirsche-7 ping", "a password on a command line", 1 },
        { "PGPASSWORD=kirsche-7 psql -h db shop", "the value of PGPASSWORD", 1 },
        { "export A=b PGPASSWORD=\"kirsche-7\"; psql", "the value of PGPASSWORD", 1 },
        { "docker run -d -e DB_PASSWORD=kirsche-7 -p 80:80 shop", "the value of DB_PASSWORD", 1 },
        { "echo \"DB_PASSWORD=kirsche-7\" >> /etc/environment", "the value of DB_PASSWORD", 1 },
        { "sudo DB_PASSWORD='kirsche-7' ./setup", "the value of DB_PASSWORD", 1 },
        { "./setup --password kirsche-7", "a password on a command line", 1 },
        { "java -Dspring.datasource.password=kirsche-7 -jar shop.jar", "a password on a command line", 1 },
        { "aws rds create-db-instance --master-user-password \"kirsche-7\"", "a password on a command line", 1 },
        { "curl -fsS -u deploy:kirsche-7 https://shop.internal/build.tgz", "a password on the command line of curl", 1 },
        { "curl --user 'deploy:kirsche-7' https://shop.internal/", "a password on the command line of curl", 1 },
        { "curl -H 'Authorization: Bearer abc123def456' https://shop.internal/", "an Authorization header", 1 },
        { "docker login -u deploy -p kirsche-7 shop.internal", "a password on the command line of login", 1 },
        { "sshpass -p kirsche-7 scp a b:", "a password on the command line of sshpass", 1 },
        { "redis-cli -h cache -a kirsche-7 ping", "a password on the command line of redis-cli", 1 },
        { "echo \"kirsche-7\" | docker login -u deploy --password-stdin shop.internal", "a password that is piped into a command", 1 },
        { "printf '%s\\n' kirsche-7 | docker login --password-stdin", "a password that is piped into a command", 1 },
        { "docker login --password-stdin <<< kirsche-7", "a password that is piped into a command", 1 },
        { "echo root:kirsche-7 | sudo chpasswd", "a password that is piped into a command", 1 },
        { "#cloud-config\nusers:\n  - name: shop\n    password: kirsche-7\n", "the value of password", 4 },
        { "cat > app.json <<X\n{\n  \"apiKey\": 1,\n  \"db_password\": \"kirsche-7\",\n}\nX", "the value of db_password", 4 },
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
    [InlineData("mysql -h db -u root -p shop")]
    [InlineData("mysql -P 3306 -u root -p\"$DB_PASSWORD\" shop")]
    [InlineData("mysql -p$(aws secretsmanager get-secret-value --secret-id db --query SecretString --output text) shop")]
    [InlineData("mysql -u root --password shop")] // asks, and opens the database shop
    [InlineData("mysql --password=\"$(aws secretsmanager get-secret-value --secret-id db --query \"SecretString\")\"")]
    [InlineData("mysqladmin --password=\"$PASSWORD\" ping")]
    [InlineData("PGPASSWORD=\"$PASSWORD\" psql")]
    [InlineData("PGPASSWORD=$(cat /run/db) psql")]
    [InlineData("psql --no-password shop")]
    [InlineData("PGPASSFILE=/root/.pgpass psql")]
    [InlineData("docker run -d -e DB_PASSWORD -e DB_PASSWORD_FILE=/run/secrets/db -p 80:80 shop")]
    [InlineData("docker run -p 8080:80 shop")]
    [InlineData("docker login --username deploy --password-stdin shop.internal < /run/secrets/registry")]
    [InlineData("aws ecr get-login-password | docker login --username AWS --password-stdin 123456789012.dkr.ecr.eu-central-1.amazonaws.com")]
    [InlineData("docker login -u AWS -p \"$(aws ecr get-login-password)\" shop.internal")]
    [InlineData("echo \"$TOKEN\" | docker login --password-stdin shop.internal")]
    [InlineData("echo \"root:$PASSWORD\" | chpasswd")]
    [InlineData("printf '%s' \"$TOKEN\" | docker login --password-stdin")]
    [InlineData("docker login --password-stdin <<< \"$TOKEN\"")]
    [InlineData("curl -u deploy https://shop.internal/")]
    [InlineData("curl -u \"deploy:$PASSWORD\" https://shop.internal/")]
    [InlineData("curl -u deploy:$PASSWORD https://shop.internal/")]
    [InlineData("curl -H \"Authorization: Bearer $TOKEN\" https://shop.internal/")]
    [InlineData("sshpass -f /run/password scp a b:")]
    [InlineData("./setup --password-file /run/password --password \"$PASSWORD\"")]
    [InlineData("grep -q \"^DB_PASSWORD=\" /etc/app.env || echo \"no password\"")]
    [InlineData("sed -i \"s/^DB_PASSWORD=.*/DB_PASSWORD=$PASSWORD/\" /etc/app.env")]
    [InlineData("ssh -o PasswordAuthentication=no host")]
    [InlineData("password=\"$(aws secretsmanager get-random-password --query RandomPassword)\"")]
    [InlineData("# mysql -pkirsche-7 is what nobody should write")]
    [InlineData("read -s -p \"password: \" PASSWORD")]
    [InlineData("password: $PASSWORD")]
    [InlineData("if [ \"$PASSWORD\" = hunter2 ]; then exit; fi\n")]
    [InlineData("aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE\n")]
    [InlineData("")]
    public Task Script_IsNotReported(string script) => VerifyAsync(
        Program("UserDataFile = \"setup.sh\""), project: state => state.AdditionalFiles.Add(("/0/project/setup.sh", script)));

    /// <summary>The test ends: no pattern begins anew at every word for the length of a line.</summary>
    [Theory]
    [InlineData("docker ", "login ")]
    [InlineData("mysql ", "mysql ")]
    [InlineData("echo a ", "| sudo ")]
    [InlineData("--password-stdin ", "curl ")]
    public Task WordsWithoutEnd_AreNotReported(string first, string second) => VerifyAsync(
        Program("UserDataFile = \"setup.sh\""),
        project: state => state.AdditionalFiles.Add(("/0/project/setup.sh", string.Concat(Enumerable.Repeat(first, 8000 / first.Length)) + string.Concat(Enumerable.Repeat(second, 8000 / second.Length)))));

    [Fact]
    public Task NoScript_IsNotReported() => VerifyAsync(Program("StorageGiB = 8"));

    private static string Program(string argument) => $"[Vpc, PublicSubnet, Ec2(\"t3.micro\", {argument})] public partial class Host;";
}
