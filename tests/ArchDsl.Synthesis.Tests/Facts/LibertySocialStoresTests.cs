using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Liberty Social, what it keeps: database, cache, uploads.</summary>
public class LibertySocialStoresTests() : SampleFacts("LibertySocial")
{
    private Resource Database => Template.Single("AWS::RDS::DBInstance");

    private Resource Cache => Template.Single("AWS::ElastiCache::ReplicationGroup");

    private Resource Uploads => Template.Single("AWS::S3::Bucket");

    [Theory]
    [InlineData("DBInstanceIdentifier", "liberty-social-db")]
    [InlineData("Engine", "postgres")]
    [InlineData("EngineVersion", "15")]
    [InlineData("DBName", "liberty_social")]
    [InlineData("MasterUsername", "postgres")]
    [InlineData("AllocatedStorage", "20")]
    [InlineData("StorageType", "gp3")]
    [InlineData("MultiAZ", "true")]
    [InlineData("BackupRetentionPeriod", "30")]
    [InlineData("StorageEncrypted", "true")]
    [InlineData("DBInstanceClass", "db.t3.micro")]
    [InlineData("Port", "5432")]
    [InlineData("PubliclyAccessible", "false")]
    public void Database_Has(string property, string value) => States(Database, property, value);

    [Fact]
    public void Database_TakesItsPasswordFromTheNamedSecret()
    {
        var secret = Named("AWS::SecretsManager::Secret", "Name", "liberty-social/DB_PASSWORD");
        Assert.Equal($"{{{{resolve:secretsmanager:${{{secret.LogicalId}}}:SecretString:password::}}}}", Database.Property("MasterUserPassword")?.ToString());
    }

    [Fact]
    public void Database_IsKept()
    {
        States(Database, "DeletionProtection", "true");
        Assert.Equal("Snapshot", Database.DeletionPolicy);
    }

    [Theory]
    [InlineData("ReplicationGroupId", "liberty-social-redis")]
    [InlineData("Engine", "redis")]
    [InlineData("EngineVersion", "7.0")]
    [InlineData("CacheNodeType", "cache.t3.micro")]
    [InlineData("NumCacheClusters", "1")]
    [InlineData("Port", "6379")]
    [InlineData("AutomaticFailoverEnabled", "false")]
    public void Cache_Has(string property, string value) => States(Cache, property, value);

    [Fact]
    public void Cache_StandsInASubnetGroupOfTheVpc()
    {
        var group = Template.Target(Cache.Property("CacheSubnetGroupName"))!;
        Assert.Equal("AWS::ElastiCache::SubnetGroup", group.Type);
        Assert.Equal(2, group.List("SubnetIds").Count);
    }

    [Theory]
    [InlineData("BucketName", "liberty-social-uploads")]
    [InlineData("VersioningConfiguration.Status", "Enabled")]
    [InlineData("PublicAccessBlockConfiguration.BlockPublicAcls", "true")]
    [InlineData("PublicAccessBlockConfiguration.BlockPublicPolicy", "true")]
    [InlineData("PublicAccessBlockConfiguration.IgnorePublicAcls", "true")]
    [InlineData("PublicAccessBlockConfiguration.RestrictPublicBuckets", "true")]
    public void Uploads_Have(string property, string value) => States(Uploads, property, value);

    [Theory]
    [InlineData("AllowedMethods", "GET", "PUT", "POST", "DELETE")]
    [InlineData("AllowedOrigins", "https://yourdomain.com")]
    [InlineData("AllowedHeaders", "*")]
    public void Uploads_AllowAcrossOrigins(string list, params string[] items) =>
        Assert.Equal(items, Texts(Assert.Single(Uploads.List("CorsConfiguration.CorsRules"))[list]));

    [Fact]
    public void Uploads_AreGrantedToNobodyPublicly() => Assert.DoesNotContain(
        Template.OfType("AWS::S3::BucketPolicy").SelectMany(policy => Identity.GrantsToEveryone(policy.Property("PolicyDocument")!)),
        grant => grant.Allowed);
}
