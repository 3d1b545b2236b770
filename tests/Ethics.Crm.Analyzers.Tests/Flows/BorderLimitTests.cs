namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Ways behind a label that are not judged yet; an improvement breaks these tests.</summary>
public sealed class BorderLimitTests
{
    [Fact]
    public Task FalseNegative_LabelledCollectionThatAHelperFills_IsNoBorder()
        => Border.VerifyAsync("helper", "void M(Contact c, Lead l) => Put(l.WideList, c.Email); static void Put(List<string> to, string s) => to.Add(s);");

    [Fact]
    public Task FalseNegative_EntityOfAContextElsewhere_IsNotKnown()
        => Border.VerifyAsync("entity", "void M(Contact c, Visit v) => v.Remark = c.Email;", "public class Visit { public string Remark { get; set; } = \"\"; }");
}
