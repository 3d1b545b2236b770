namespace Ethics.Crm.SourceGenerators.Tests.Guards;

public sealed class StructLimitTests
{
    [Theory, InlineData("struct", false), InlineData("class", true)]
    public void Limit_Struct_HasNoSlot(string kind, bool slot)
    {
        // A copy of a struct would bring its slot along, and a slot that is bound in a copy is lost: its people's slots lie beside its guards.
        var source = $"namespace Acme; public partial {kind} Contact {{ [DataSubjectId] public int Id {{ get; set; }} [CollectedFor(\"support\")] public partial string? Email {{ get; set; }} }}";

        Assert.Equal(slot, System.Text.RegularExpressions.Regex.IsMatch(Build.Of(Scenes.Usings, source).Run().Generated, @"private \S*SubjectSlot<"));
    }
}
