/*
 * The style sheets of controls, before all others: what a panel says of a control it uses is said after what the control says
 * of itself, whichever part of the page comes first.
 */
import './Button.module.css';
import './Column.module.css';
import './DragNumber.module.css';
import './Field.module.css';
import './IconButton.module.css';
import './Menu.module.css';
import './NumberInput.module.css';
import './Popover.module.css';
import './Segmented.module.css';
import './Select.module.css';
import './Slider.module.css';
import './Switch.module.css';
import './TextInput.module.css';
import './Tile.module.css';
