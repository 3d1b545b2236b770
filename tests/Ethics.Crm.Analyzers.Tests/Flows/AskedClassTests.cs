namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Handlers of a generic interface that are found by it: each is handed messages of its own class, whatever else comes to the code that hands messages out.</summary>
public sealed class AskedClassTests
{
    private const string Types = """
        public record Noted(string Text);
        public record Born(string Text) : Noted(Text);
        public record Other(string Text);
        public interface IHandle<in T> { void Handle(T m); }
        public class Registry { readonly List<object> all = []; public void Add(object o) => all.Add(o); public void Publish<T>(T m) { foreach (var one in all.OfType<IHandle<T>>()) one.Handle(m); } }
        """;

    private const string OfBorn = "public class Feed : IHandle<Born> { public void Handle(Born m) => Mailer.Send(m.{|ECRM2002:Text|}); }";

    [Theory]
    [InlineData("of its class", "void M(Contact c) { var r = new Registry(); r.Add(new Feed()); r.Publish(new Born(c.Email)); }")]
    [InlineData("of its class, seen as the base", "void M(Contact c) { var r = new Registry(); r.Add(new Feed()); Noted n = new Born(c.Email); r.Publish((Born)n); }")]
    [InlineData("one of two", "void M(Contact c, bool f) { var r = new Registry(); r.Add(new Feed()); Noted n = f ? new Born(c.Email) : new Noted(\"\"); r.Publish((Born)n); }")]
    [InlineData("made elsewhere", "static Born Make(Contact c) => new(c.Email); void M(Contact c) { var r = new Registry(); r.Add(new Feed()); r.Publish(Make(c)); }")]
    [InlineData("by a helper", "static void Out(Registry r, Born b) => r.Publish(b); void M(Contact c) { var r = new Registry(); r.Add(new Feed()); Out(r, new Born(c.Email)); }")]
    public Task MessageOfTheClass_IsReported(string form, string members) => Flow.VerifyAsync(form, members, types: Types + OfBorn);

    [Fact]
    public Task MessageOfAClassBeneath_IsReported()
        => Flow.VerifyAsync("beneath", "void M(Contact c) { var r = new Registry(); r.Add(new Feed()); r.Publish(new Born(c.Email)); }", types: Types + "public class Feed : IHandle<Noted> { public void Handle(Noted m) => Mailer.Send(m.{|ECRM2002:Text|}); }");

    [Theory]
    [InlineData("of its base", "void M(Contact c) { var r = new Registry(); r.Add(new Feed()); r.Publish(new Noted(c.Email)); r.Publish(new Born(\"\")); }")]
    [InlineData("of another class", "void M(Contact c) { var r = new Registry(); r.Add(new Feed()); r.Publish(new Other(c.Email)); r.Publish(new Born(\"\")); }")]
    public Task MessageOfAnotherClass_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members, types: Types + OfBorn.Replace("{|ECRM2002:Text|}", "Text", StringComparison.Ordinal));
}
