using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Aloka, its "security architecture": the two groups to the letter, and no database credentials exposed.</summary>
public class AlokaSecurityTests() : SampleFacts("Aloka")
{
    private Resource App => Template.Single("AWS::EC2::Instance");

    private Resource Database => Template.Single("AWS::RDS::DBInstance");

    private Resource Secret => Template.Single("AWS::SecretsManager::Secret");

    private GroupRules Rules => new(Reach.Groups, Template.OfType("AWS::EC2::SecurityGroup").ToDictionary(group => group.Text("GroupName")!, group => group.LogicalId));

    [Theory]
    [InlineData("aloka-app-sg", "all from aloka-app-sg", "tcp 443 from 0.0.0.0/0", "tcp 80 from 0.0.0.0/0")]
    [InlineData("aloka-db-sg", "tcp 5432 from aloka-app-sg")]
    public void SecurityGroup_AdmitsExactly(string name, params string[] rules) => Assert.Equal(rules, Rules.Ingress(name));

    [Theory]
    [InlineData("aloka-app-sg", "all to 0.0.0.0/0")]
    [InlineData("aloka-db-sg", "all to 0.0.0.0/0")]
    public void SecurityGroup_LetsOutExactly(string name, params string[] rules) => Assert.Equal(rules, Rules.Egress(name));

    [Fact]
    public void SecurityGroups_AreTwo() => Assert.Equal(2, Template.OfType("AWS::EC2::SecurityGroup").Count());

    [Fact]
    public void App_HasAPublicAddress() => Assert.True(Reach[App.LogicalId].HasPublicAddress);

    [Fact]
    public void App_StandsBehindTheInternetGateway() =>
        Assert.Equal(Template.Single("AWS::EC2::InternetGateway").LogicalId, Reach.Network.InternetGateway(Assert.Single(Reach[App.LogicalId].Subnets), Cidr.Internet[0]));

    [Fact]
    public void Database_HasNoPublicAddress() => Assert.False(Reach[Database.LogicalId].HasPublicAddress);

    [Fact]
    public void Database_HasNoPathFromTheInternet() => Assert.Null(Reach.ForwardedInternetPathTo(Database.LogicalId, 5432));

    [Fact]
    public void PublicSubnets_LeadToTheInternetGateway() => Assert.All(
        Reach.Network.Subnets.Where(subnet => subnet.Cidr.ToString() is "10.0.1.0/24" or "10.0.2.0/24"),
        subnet => Assert.NotNull(Reach.Network.InternetGateway(subnet, Cidr.Internet[0])));

    [Fact]
    public void Database_ListensOnItsPort() => States(Database, "Port", "5432");

    [Fact]
    public void SubnetGroup_SpansBothPrivateSubnets() => Assert.Equal(
        ["10.0.10.0/24", "10.0.11.0/24"],
        Template.Single("AWS::RDS::DBSubnetGroup").List("SubnetIds").Select(subnet => Template.Target(subnet)!.Text("CidrBlock")).Order(StringComparer.Ordinal));

    [Fact]
    public void NatGateway_StandsInAPublicSubnetWithAnElasticAddress()
    {
        var nat = Template.Single("AWS::EC2::NatGateway");
        Assert.Contains(Template.Target(nat.Property("SubnetId"))!.Text("CidrBlock"), new[] { "10.0.1.0/24", "10.0.2.0/24" });
        Assert.Equal(Template.Single("AWS::EC2::EIP"), Template.Target(nat.Property("AllocationId")));
        Assert.Contains(Template.Single("AWS::EC2::VPCGatewayAttachment").LogicalId, Template.MadeBefore(nat.LogicalId));
    }

    [Fact]
    public void User_IsPostgres()
    {
        States(Database, "MasterUsername", "postgres");
        States(Secret, "GenerateSecretString.SecretStringTemplate", """{"username":"postgres"}""");
    }

    [Fact]
    public void Password_IsGeneratedAndResolved() =>
        Assert.Equal($"{{{{resolve:secretsmanager:${{{Secret.LogicalId}}}:SecretString:password::}}}}", Database.Property("MasterUserPassword")?.ToString());

    [Fact]
    public void Secret_IsTiedToTheDatabase()
    {
        States(Secret, "GenerateSecretString.GenerateStringKey", "password");
        var attachment = Template.Single("AWS::SecretsManager::SecretTargetAttachment");
        Assert.Equal(Secret, Template.Target(attachment.Property("SecretId")));
        Assert.Equal(Database, Template.Target(attachment.Property("TargetId")));
    }

    [Fact]
    public void App_HasItsProfileAndRole()
    {
        var profile = Template.Single("AWS::IAM::InstanceProfile");
        Assert.Equal(profile, Template.Target(App.Property("IamInstanceProfile")));
        var trust = Assert.Single(Template.Target(Assert.Single(profile.List("Roles")))!.List("AssumeRolePolicyDocument.Statement"));
        Assert.Equal("{Service: ec2.amazonaws.com}", trust["Principal"]?.ToString());
    }

    [Fact]
    public void Password_IsReadByTheAppAlone()
    {
        var attachment = Template.Single("AWS::SecretsManager::SecretTargetAttachment").LogicalId;
        var readers = Identity.Roles.Select(role => role.LogicalId).Where(role => Identity.Can(role, "secretsmanager:GetSecretValue", attachment));
        Assert.Equal(Template[Assert.Single(readers)], Template.Target(Assert.Single(Template.Single("AWS::IAM::InstanceProfile").List("Roles"))));
    }

    [Theory]
    [InlineData("installs Docker", "amazon-linux-extras install -y docker")]
    [InlineData("starts it", "systemctl enable --now docker")]
    [InlineData("installs Docker Compose", "docker-compose-linux-")]
    public void UserData_Does(string what, string command) => Assert.True(App.Text("UserData")!.Contains(command, StringComparison.Ordinal), what);
}
