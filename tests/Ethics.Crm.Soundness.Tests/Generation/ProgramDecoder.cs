using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Makes a program of choices: people with labelled members, boxes, static state, an interface, services for some purposes, and a method that uses them all.</summary>
internal sealed partial class ProgramDecoder
{
    private readonly Draft draft;

    private ProgramDecoder(Choices choices, Repertoire repertoire) => draft = new(choices, repertoire);

    public static ProgramModel Decode(int[] choices, Repertoire repertoire) => new ProgramDecoder(new(choices), repertoire).Program();

    private Choices Choices => draft.Choices;

    private bool Has(Construct construct) => draft.Repertoire.Has(construct);

    private ProgramModel Program()
    {
        var all = Interpretation.Purposes.All;
        var start = Choices.Below(all.Length);
        draft.Purposes = [.. Enumerable.Range(start, Choices.Between(2, 3)).Select(i => all[i % all.Length])];
        Repeat(1, 2, Person);
        if (Has(Construct.Records) && Choices.Chance(35))
            Card();
        if (Has(Construct.Fields) || Has(Construct.Properties))
            Repeat(1, 2, Box);
        if (Has(Construct.StaticState))
            Repeat(0, 1, Shared);
        if (Has(Construct.Anonymizers) && Has(Construct.Arguments) && Has(Construct.Returns) && Choices.Chance(40))
            Anonymizer();
        if (Has(Construct.Interfaces) && Choices.Chance(40))
            Interface();
        Tools();
        Repeat(1, 2, Service);
        if (Has(Construct.Arguments) && Has(Construct.Locals))
            Repeat(1, Choices.Chance(30) ? 2 : 1, Planned);
        Entry();
        return Pruning.Pruned(new([.. draft.Interfaces], [.. draft.Classes]));
    }

    /// <summary>Two services, one of which puts what the other takes.</summary>
    private void Planned()
    {
        var person = Choices.Of(draft.Classes.Where(static type => type.Members.Any(static member => member.IsLabelled)).ToList());
        var source = Choices.Of(person.Members.Where(static member => member.IsLabelled).ToList());
        var places = draft.Classes.Where(static type => type.Methods.IsEmpty && !type.IsRecord).SelectMany(static type => type.Members.Where(static member => !member.IsLabelled && member.Type is not ClassType).Select(member => (type, member)))
            .Where(place => place.member.Type is not FunctionType || Has(Construct.Captures))
            // Two names for one person, of which one overwrites what it was given under the other: not made yet.
            .Where(place => place.type.Name != person.Name).ToList();
        if (places.Count == 0)
            return;
        var (holder, place) = Choices.Of(places);
        var plan = new Plan(person, source, holder, place);
        // Who puts may read it, most of the time.
        var puts = Choices.Chance(80) ? [Choices.Of(source.Label)] : Declaration();
        var (put, take) = (plan.PutParameters(draft), plan.TakeParameters(draft));
        var wrong = draft.Purposes.Where(purpose => !Interpretation.Purposes.Permits(source.Label, purpose)).ToList();
        var takes = wrong.Count > 0 && Choices.Chance(60) ? [Choices.Of(wrong)] : Declaration();
        var keeper = draft.Name("Keeper");
        MethodModel method = new(draft.Name("Put"), put, ModelType.Nothing, [], false, false, true, new Body(draft, null, puts, false).WritePut(plan, put, Choices.Between(0, 1)));
        AddMethods(keeper, null, puts, [], Has(Construct.Async) && Has(Construct.Returns) && Choices.Chance(35) ? [Fetch(person, source), method] : [method]);
        draft.Planned.Add(draft.Callable[^1]);
        AddMethods(draft.Name("Taker"), null, takes, [],
            [new(draft.Name("Take"), take, ModelType.Nothing, [], false, false, true, new Body(draft, null, takes, false).WriteTake(plan, take, Choices.Between(0, 1)))]);
        draft.Planned.Add(draft.Callable[^1]);
    }

    /// <summary>A way to the labelled member that has to be awaited.</summary>
    private MethodModel Fetch(ClassModel person, MemberModel source)
    {
        var parameter = new Parameter(draft.Name("p"), new ClassType(person.Name));
        var read = new Return(new Load(new Local(parameter.Name, parameter.Type), person.Name, source.Name, ModelType.Text));
        return new(draft.Name("Fetch"), [parameter], ModelType.Text, [], false, true, true, [read]);
    }

    private void Repeat(int least, int most, Action make)
    {
        for (var i = Choices.Between(least, most); i > 0; i--)
            make();
    }

    private void Add(string name, string? implements, ImmutableArray<string> purposes, ImmutableArray<MemberModel> members, ImmutableArray<MethodModel> methods) =>
        draft.Classes.Add(new(name, implements, purposes, members, methods));

    private void Person()
    {
        var members = ImmutableArray.CreateBuilder<MemberModel>();
        for (var i = Choices.Between(1, 2); i > 0; i--)
            members.Add(new(draft.Name("Mail"), ModelType.Text, true, false, draft.SomePurposes(30)));
        if (Has(Construct.Properties) && Choices.Chance(40))
            members.Add(new(draft.Name("Nick"), ModelType.Text, true, false, []));
        Add(draft.Name("Person"), null, [], members.ToImmutable(), []);
    }

    private void Box() => Add(draft.Name("Box"), null, [], [.. Enumerable.Range(0, Choices.Between(1, 2)).Select(_ => Member(false))], []);

    private void Shared() => Add(draft.Name("Shared"), null, [], [.. Enumerable.Range(0, Choices.Between(1, 2)).Select(_ => Member(true))], []);

    private MemberModel Member(bool isStatic)
    {
        var text = ModelType.Text;
        var types = new Options<ModelType>();
        types.Add(5, () => text);
        types.AddIf(Has(Construct.Lists), 2, () => new ListType(text));
        types.AddIf(Has(Construct.Arrays), 2, () => ModelType.Texts);
        types.AddIf(Has(Construct.Builders), 1, () => ModelType.Builder);
        types.AddIf(Has(Construct.Dictionaries), 2, () => new TableType(text));
        types.AddIf(Has(Construct.Tuples), 1, () => new PairType(text, text));
        types.AddIf(Has(Construct.StoredDelegates) && Has(Construct.Lambdas), 2, () => new FunctionType(Choices.Chance(40)));
        foreach (var type in draft.Data.ToList())
            types.Add(2, () => new ClassType(type.Name));
        var isProperty = Has(Construct.Properties) && (!Has(Construct.Fields) || Choices.Chance(50));
        return new(draft.Name("Held"), types.Pick(Choices), isProperty, isStatic, []);
    }

    private void Anonymizer()
    {
        var parameter = new Parameter(draft.Name("p"), ModelType.Text);
        // What it does to the text is not what makes it an anonymizer; that it is declared to be one is.
        var ways = new Options<Expression>();
        ways.Add(1, () => new Local(parameter.Name, ModelType.Text));
        ways.AddIf(Has(Construct.Measures), 3, () => new Derive(Derivation.Length, [new Local(parameter.Name, ModelType.Text)]));
        ways.AddIf(Has(Construct.Texts), 3, () => new Derive(Derivation.Concatenation, [new Literal("n"), new Local(parameter.Name, ModelType.Text)]));
        var masked = ways.Pick(Choices);
        AddMethods(draft.Name("Privacy"), null, [], [], [new(draft.Name("Mask"), [parameter], ModelType.Text, [], true, false, true, [new Return(masked)])]);
    }

    private void Interface()
    {
        var name = draft.Name("IDesk");
        var (method, parameters, returns) = (draft.Name("Handle"), Parameters(), Returns());
        draft.Interfaces.Add(new(name, method, parameters, returns));
        for (var i = 0; i < 2; i++)
        {
            var purposes = Declaration();
            var body = new Body(draft, null, purposes, false).Write(parameters, Choices.Between(1, 2), returns);
            AddMethods(draft.Name("Desk"), name, purposes, [], [new(method, parameters, returns, [], false, false, false, body)], callable: i == 1);
        }
    }

    private void Service()
    {
        var name = draft.Name("Service");
        var purposes = Declaration();
        ImmutableArray<MemberModel> members = (Has(Construct.Fields) || Has(Construct.Properties)) && Choices.Chance(40) ? [Member(false)] : [];
        var self = new ClassModel(name, null, purposes, members, []);
        var methods = Enumerable.Range(0, Choices.Between(1, 2)).Select(_ => Method(self)).ToImmutableArray();
        AddMethods(name, null, purposes, members, methods);
    }

    private MethodModel Method(ClassModel self)
    {
        var isStatic = self.Members.IsEmpty || Choices.Chance(30);
        var isAsync = Has(Construct.Async) && Choices.Chance(25);
        var own = Choices.Chance(20) ? Declaration() : [];
        var (parameters, returns) = (Parameters(), Returns());
        var declared = own.IsEmpty ? self.Purposes : own;
        var body = new Body(draft, isStatic ? null : self, declared, isAsync).Write(parameters, Choices.Between(1, 2), returns);
        return new(draft.Name("Do"), parameters, returns, own, false, isAsync, isStatic, body);
    }

    private void AddMethods(string name, string? implements, ImmutableArray<string> purposes, ImmutableArray<MemberModel> members, ImmutableArray<MethodModel> methods, bool callable = true)
    {
        var type = new ClassModel(name, implements, purposes, members, methods);
        draft.Classes.Add(type);
        if (callable)
            draft.Callable.AddRange(methods.Select(method => (type, method)));
    }

    private ImmutableArray<string> Declaration() =>
        Has(Construct.Helpers) && Choices.Chance(25) ? [] : draft.SomePurposes(Has(Construct.SeveralPurposes) ? 15 : 0);

    private ImmutableArray<Parameter> Parameters()
    {
        if (!Has(Construct.Arguments))
            return [];
        var types = new Options<ModelType>();
        types.Add(5, () => ModelType.Text);
        foreach (var type in draft.Data.ToList())
            types.Add(4, () => new ClassType(type.Name));
        foreach (var type in draft.Interfaces.ToList())
            types.AddIf(draft.Classes.Any(c => c.Implements == type.Name), 3, () => new InterfaceType(type.Name));
        types.AddIf(Has(Construct.Lists), 1, () => new ListType(ModelType.Text));
        types.AddIf(Has(Construct.Arrays), 1, () => ModelType.Texts);
        types.AddIf(Has(Construct.Builders), 1, () => ModelType.Builder);
        types.AddIf(Has(Construct.Tuples), 1, () => new PairType(ModelType.Text, ModelType.Text));
        types.AddIf(Has(Construct.PassedDelegates) && Has(Construct.Lambdas), 2, () => new FunctionType(Choices.Chance(50)));
        return [.. Enumerable.Range(0, Choices.Between(0, 3)).Select(_ => new Parameter(draft.Name("p"), types.Pick(Choices)))];
    }

    private ModelType Returns()
    {
        if (!Has(Construct.Returns) || Choices.Chance(45))
            return ModelType.Nothing;
        var types = new Options<ModelType>();
        types.Add(6, () => ModelType.Text);
        foreach (var type in draft.Data.ToList())
            types.Add(1, () => new ClassType(type.Name));
        types.AddIf(Has(Construct.Lists), 1, () => new ListType(ModelType.Text));
        types.AddIf(Has(Construct.Tuples), 1, () => new PairType(ModelType.Text, ModelType.Text));
        types.AddIf(Has(Construct.Arrays), 1, () => ModelType.Texts);
        types.AddIf(Has(Construct.Lambdas), 1, () => new FunctionType(false));
        return types.Pick(Choices);
    }

    private void Entry()
    {
        var isAsync = Has(Construct.Async) && Choices.Chance(50);
        var body = new Body(draft, null, [], isAsync).WriteEntry();
        AddMethods("Case", null, [], [], [new(ProgramModel.Entry, [], ModelType.Nothing, [], false, isAsync, true, body)]);
    }
}
