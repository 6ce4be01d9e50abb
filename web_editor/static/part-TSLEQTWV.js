import{f as n}from"./part-F7DEP27M.js";var e=new Intl.DisplayNames([n],{type:"language"}),t=a=>e.of(a)??a;export{t as a};
