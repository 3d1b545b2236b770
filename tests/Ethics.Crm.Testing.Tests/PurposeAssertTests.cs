namespace Ethics.Crm.Testing.Tests;

[Collection(OneAtATime.Name)]
public sealed class PurposeAssertTests : IDisposable
{
    private readonly Contact _ada = new() { Id = 7, Email = "ada@mail" };
    private readonly string _folder = Directory.CreateTempSubdirectory("ethics-crm-testing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Refuses_FailsWhereTheReadIsPermitted_AndNamesNoValue()
    {
        var failed = Assert.Throws<PurposeAssertionException>(() => PurposeAssert.Refuses("support", () => _ada.Email));

        Assert.Equal("Expected a refused read, and every read was permitted.", failed.Message);
        Assert.Throws<PurposeAssertionException>(() => PurposeAssert.Refuses(() => 1));
    }

    [Fact]
    public void Refuses_FailsWhereTheReasonIsAnother_AndSaysWhich()
    {
        var failed = Assert.Throws<PurposeAssertionException>(() => PurposeAssert.Refuses("billing", () => _ada.Email, Refusal.ConsentWithdrawn));

        Assert.StartsWith("Expected the refusal ConsentWithdrawn, and it was NotPermitted: 'Contact.Email'", failed.Message);
        Assert.Equal("Contact.Email", PurposeAssert.Refuses("billing", () => _ada.Email, Refusal.NotPermitted).Member);
    }

    [Fact]
    public void Permits_FailsWhereTheReadIsRefused_AndSaysWhy()
    {
        var failed = Assert.Throws<PurposeAssertionException>(() => PurposeAssert.Permits("billing", () => _ada.Email));

        Assert.Contains("(NotPermitted): 'Contact.Email' is collected for", failed.Message);
        Assert.DoesNotContain("ada", failed.Message);
        Assert.IsType<PurposeViolationException>(failed.InnerException);
    }

    [Fact]
    public void OtherExceptions_Pass()
    {
        Assert.Throws<FormatException>(() => PurposeAssert.Refuses(() => throw new FormatException()));
        Assert.Throws<FormatException>(() => PurposeAssert.Permits<int>(() => throw new FormatException()));
        Assert.Throws<ArgumentNullException>(() => PurposeAssert.Refuses(null!));
    }

    [Fact]
    public async Task RefusesAsync_WaitsForTheRead()
    {
        Assert.Equal(Refusal.NoScope, (await PurposeAssert.RefusesAsync(() => new Mailer().GreetingAsync(_ada))).Refusal);
        await Assert.ThrowsAsync<PurposeAssertionException>(() => PurposeAssert.RefusesAsync(() => Task.CompletedTask));
        await Assert.ThrowsAsync<PurposeAssertionException>(() => PurposeAssert.RefusesAsync(() => new Mailer().GreetingAsync(_ada), Refusal.Stale));
    }

    [Fact]
    public async Task Audit_RecordsWhatThisTestReads_NotWhatAnotherDoes()
    {
        using var consent = TestConsent.Start(AuditingPolicy());
        using var audit = TestAudit.Record();
        PurposeAssert.AuditsNothing(audit);

        using (PurposeScope.Enter("billing"))
            await new Mailer().GreetingAsync(_ada);
        Task another;
        using (ExecutionContext.SuppressFlow())
            another = Task.Run(() => PurposeScope.Run("billing", () => _ada.Email));
        await another;

        Assert.Equal(new AuditedRead("Contact.Email", "billing", Refusal.NotPermitted), PurposeAssert.Audits(audit, "Contact.Email", "billing"));
        Assert.Single(audit.Reads);
        Assert.Contains("there were: AuditedRead { Member = Contact.Email", Assert.Throws<PurposeAssertionException>(() => PurposeAssert.Audits(audit, "Contact.Phone")).Message);
        Assert.Throws<PurposeAssertionException>(() => PurposeAssert.AuditsNothing(audit));
    }

    [Fact]
    public void Assertions_BelongToNoFramework() =>
        Assert.DoesNotContain(typeof(PurposeAssert).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("xunit", StringComparison.OrdinalIgnoreCase) || a.Name.StartsWith("nunit", StringComparison.Ordinal) || a.Name.Contains("UnitTesting"));

    private string AuditingPolicy()
    {
        var file = Path.Combine(_folder, "policy.json");
        File.WriteAllText(file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ethics.policy.json")).TrimEnd().TrimEnd('}') + """, "enforcement": { "default": "audit" } }""");
        return file;
    }
}
