using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Methods whose result is another name of a place in what they are given.</summary>
internal sealed partial class Body
{
    public static bool CanBeLent(MemberModel member) => member is { Type: TextType, IsProperty: false, IsLabelled: false, IsStatic: false };

    public ImmutableArray<Statement> WriteLending(ImmutableArray<Parameter> parameters)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, false));
        var block = Block(Choices.Between(0, 1));
        if (Has(Construct.Branches) && Choices.Chance(40))
            block = block.Add(new If(new Bit(Choices.Below(Interpretation.Inputs.BitCount)), [new Return(Place(Choices.Of(parameters)))], []));
        return block.Add(new Return(Place(Choices.Of(parameters))));

        Expression Place(Parameter parameter) => PlaceIn(parameter.Name, parameter.Type);
    }

    private Expression PlaceIn(string name, ModelType type) => type is ClassType { Name: var owner } && draft.Classes.First(one => one.Name == owner).Members.Where(CanBeLent).ToList() is var members
        ? new Load(new Local(name, type), owner, Choices.Of(members).Name, ModelType.Text)
        : new Element(new Local(name, type), new Number(Choices.Below(ArrayType.Length)));

    /// <summary>A place is written where a method names it, and read under its own name; or the other way round.</summary>
    private IEnumerable<Statement> Lent()
    {
        var (owner, method) = Choices.Of(draft.Lending);
        List<Statement> statements = [];
        List<Declare> given = [];
        foreach (var parameter in method.Parameters)
            given.Add((Declare)Declared(parameter.Type is ClassType { Name: var type } && !Has(Construct.Aliases) ? new Create(type, []) : Make(parameter.Type, 0)));
        statements.AddRange(given);
        Call There() => new(null, owner.Name, method.Name, [.. given.Select(static one => new Local(one.Name, one.Value.Type))], ModelType.Text);
        Expression Own() => Choices.Of(given) is var one ? PlaceIn(one.Name, one.Value.Type) : null!;
        switch (Choices.Below(3))
        {
            case 0:
                statements.Add(new PutThere(There(), Labelled()));
                break;
            case 1 when Has(Construct.Assignments):
                var name = draft.Name("v");
                statements.Add(new Refer(name, There()));
                variables.Add(new(name, ModelType.Text, true, IsReference: true));
                statements.Add(new Assign(name, Labelled()));
                if (Choices.Chance(30))
                    return [.. statements, Used(new Local(name, ModelType.Text))];
                break;
            default:
                statements.Add(Own() switch
                {
                    Load load => new Store(load.Target, load.Owner, load.Member, Labelled()),
                    Element element => new PutElement(element.Array, element.Place, Labelled()),
                    var other => throw new InvalidOperationException(other.ToString()),
                });
                return [.. statements, Used(There())];
        }

        return [.. statements, Used(Choices.Chance(60) ? Own() : There())];
    }
}
